import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { getContent } from './content/get-content.ts';
import { putContent } from './content/put-content.ts';
import { abortUpload } from './uploads/abort-upload.ts';
import { completeUpload } from './uploads/complete-upload.ts';
import { getUpload, listUploads } from './uploads/get-upload.ts';
import { putPart } from './uploads/put-part.ts';
import { startUpload } from './uploads/start-upload.ts';
import type { UploadPath } from './uploads/upload-rows.ts';
import { listVersions, purgeVersion } from './versions.ts';

/** Routes of documents in addition to the collection's: bytes, versions and multipart uploads. */
export function addDocumentRoutes(router: ApiRouter<AccountBindings>): void {
  const path = '/v1/documents/:id';
  router.get(`${path}/content`, ({ params }, context) => getContent(context, params.id ?? '', 'current'));
  router.put(`${path}/content`, ({ params }, context) => putContent(context, params.id ?? ''));
  router.get(`${path}/versions`, ({ params }, context) => listVersions(context, params.id ?? ''));
  router.delete(`${path}/versions/:n`, ({ params }, context) =>
    purgeVersion(context, params.id ?? '', toNumber(params.n)),
  );
  router.get(`${path}/versions/:n/content`, ({ params }, context) =>
    getContent(context, params.id ?? '', toNumber(params.n)),
  );
  router.get(`${path}/uploads`, ({ params }, context) => listUploads(context, params.id ?? ''));
  router.post(`${path}/uploads`, ({ params }, context) => startUpload(context, params.id ?? ''));
  const upload = `${path}/uploads/:uploadId`;
  router.get(upload, ({ params }, context) => getUpload(context, toPath(params)));
  router.delete(upload, ({ params }, context) => abortUpload(context, toPath(params)));
  router.put(`${upload}/parts/:n`, ({ params }, context) =>
    putPart(context, toPath(params), toNumber(params.n)),
  );
  router.post(`${upload}/completion`, ({ params }, context) => completeUpload(context, toPath(params)));
}

function toPath(params: Readonly<Record<string, string | undefined>>): UploadPath {
  return { documentId: params.id ?? '', uploadId: params.uploadId ?? '' };
}

/** A positive number in a path; 0, which never exists, for any other text. */
function toNumber(text: string | undefined): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}
