import type { ApiRouter } from '../../http/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { getContent } from '../content/get-content.ts';
import { putContent } from '../content/put-content.ts';
import { listVersions, purgeVersion } from './versions.ts';

/** Serves what documents have besides their rows: bytes, earlier versions of them, and uploads in parts. */
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
}

/** A number from 1 as a path has it; 0, which nothing has, for any other text. */
function toNumber(text: string | undefined): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}
