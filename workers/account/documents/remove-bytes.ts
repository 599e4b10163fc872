import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import type { AccountBindings } from '../bindings.ts';
import { contentPrefix } from './content/content-key.ts';

/**
 * Deletes the bytes of every version of a document whose row has been deleted, so that they can no longer be reached.
 * The sweep finds what remains when the bucket fails or the Worker ends.
 */
export async function removeBytes(bucket: R2Bucket, documentId: string): Promise<void> {
  const prefix = contentPrefix(documentId);
  for (;;) {
    const { objects, truncated } = await bucket.list({ prefix }); // At most 1000, the limit of one delete.
    if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key));
    if (!truncated) return;
  }
}

/** Deletes bytes after the response has been sent. A failure is logged, and the sweep tries again. */
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
