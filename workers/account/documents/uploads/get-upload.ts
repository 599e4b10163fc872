import { sql } from 'kysely';
import { limits } from '../../../../schema/model/limits.ts';
import type { ApiContext } from '../../../http/api/api-context.ts';
import { selectRow } from '../../../http/collection/get-row.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import type { AccountBindings } from '../../bindings.ts';
import { accountBuilder } from '../../database/account-builder.ts';
import { authorizeVerb } from '../../identity/authorize.ts';
import { documentCollection } from '../document-collection.ts';
import { UPLOAD_NOT_FOUND } from './upload-problems.ts';
import {
  selectParts,
  selectUpload,
  toInstant,
  toUpload,
  type UploadPath,
  type UploadRow,
} from './upload-rows.ts';

/** `GET /v1/documents/{id}/uploads/{uploadId}`: the state of an upload, so that it can be continued. */
export async function getUpload(
  context: ApiContext<AccountBindings>,
  path: UploadPath,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const queries = [selectUpload(path, context), selectParts(path.uploadId)] as const;
  const found = await runAllowed(context.database, access, queries);
  if (isRefusal(found)) return found;
  const [[upload], parts] = found.rows;
  return upload === undefined ? UPLOAD_NOT_FOUND : Response.json(toUpload(upload, parts));
}

/** `GET /v1/documents/{id}/uploads`: the open uploads, for callers who lost the id of theirs. */
export async function listUploads(
  context: ApiContext<AccountBindings>,
  documentId: string,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const uploads = sql<UploadRow>`select * from document_uploads
    where document_id = ${documentId} and status = 'open' and expires_at > ${toInstant(context.nowMs)}
    order by id limit ${limits.documentUploadsOpenMax}`.compile(accountBuilder);
  const found = await runAllowed(context.database, access, [selectRow('documents', documentId), uploads]);
  if (isRefusal(found)) return found;
  const [[document], rows] = found.rows;
  if (document === undefined)
    return refuse({ kind: 'row_not_found', collection: 'documents', id: documentId });
  const items = rows.map((row) => {
    const { parts: _, ...upload } = toUpload(row, []);
    return upload;
  });
  return Response.json({ items });
}
