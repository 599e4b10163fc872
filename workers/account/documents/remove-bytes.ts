import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import type { AccountBindings } from '../bindings.ts';
import { contentPrefix } from './content/content-key.ts';

/**
 * Deletes the bytes of every version of a document whose row is gone; nobody can reach them any more by then. What
 * this leaves behind, because the bucket fails or the Worker ends, the sweep finds.
 */
export async function removeBytes(bucket: R2Bucket, documentId: string): Promise<void> {
  const prefix = contentPrefix(documentId);
  for (;;) {
    const { objects, truncated } = await bucket.list({ prefix }); // 1000 at most, and as many go in one delete.
    if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key));
    if (!truncated) return;
  }
}

/** Lets bytes go after the answer is on its way. A failure is logged; the sweep does it again. */
export function removeLater(
  { execution, traceparent }: ApiContext<AccountBindings>,
  removal: Promise<void>,
): void {
  execution.waitUntil(
    removal.catch((error: unknown) => {
      logFailure(error, { method: 'DELETE', route: 'documents.bytes', traceparent });
    }),
  );
}
