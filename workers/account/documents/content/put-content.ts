import { limits } from '../../../../schema/model/limits.ts';
import type { ApiContext } from '../../../http/api/api-context.ts';
import { selectRow } from '../../../http/collection/get-row.ts';
import { rowResponse } from '../../../http/collection/present.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import type { AccountBindings } from '../../bindings.ts';
import { authorizeVerb } from '../../identity/authorize.ts';
import { documentCollection } from '../document-collection.ts';
import { admitUpload, commitContent } from './commit-content.ts';
import { parseContentDigest } from './content-digest.ts';
import { newContentKey } from './content-key.ts';
import { decideMediaType, parseMediaType } from './media-type.ts';
import { storeBody } from './store-content.ts';

/**
 * `PUT /v1/documents/{id}/content`: the body becomes the document's bytes, and the previous bytes an earlier version.
 *
 * The bytes are stored first and the row is written once they match their digest, so a row never refers to missing
 * bytes. `If-Match` is checked when it is sent. It is only required (428) for an empty body over bytes, which is more
 * often the fault of a script than meant.
 */
export async function putContent(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings } = context;
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const sha256 = parseContentDigest(request.headers);
  if (isRefusal(sha256)) return sha256;
  const declared = parseMediaType(request.headers);
  if (isRefusal(declared)) return declared;
  const found = await runAllowed(context.database, access, [selectRow('documents', id)]);
  if (isRefusal(found)) return found;
  const before = admitUpload(context, id, found.rows[0][0]);
  if (isRefusal(before)) return before;

  context.timeLimit.lift(); // The body takes as long as the client's connection.
  const key = newContentKey(id);
  const stored = await storeBody(request, sha256, limits.documentBytesMax, (bytes) =>
    bindings.DOCUMENTS.put(key, bytes),
  );
  if (isRefusal(stored)) return stored;
  const isEmptied = stored.sizeBytes === 0 && before.fields.contentVersion !== undefined;
  if (isEmptied && !request.headers.has('if-match')) {
    await bindings.DOCUMENTS.delete(key);
    return refuse({ kind: 'precondition_required', etag: before.etag });
  }
  const mediaType = decideMediaType(declared, stored.head);
  const changed = await commitContent({ context, access, before, content: { ...stored, key, mediaType } });
  if (!isRefusal(changed)) return rowResponse(changed.row, documentCollection, bindings, changed.caller);
  // After an interruption the row may have been written: the sweep decides.
  if (changed.error.kind !== 'database_interrupted') await bindings.DOCUMENTS.delete(key);
  return changed;
}
