import type { CompiledQuery, Expression, SqlBool } from 'kysely';
import { limits } from '../../../../schema/model/limits.ts';
import type { ApiContext } from '../../../http/api/api-context.ts';
import type { Access } from '../../../http/collection/access.ts';
import {
  type ChangedRow,
  type ChangeOptions,
  changeRow,
  writeChange,
} from '../../../http/collection/change-row.ts';
import type { Change } from '../../../http/collection/collection-options.ts';
import type { Precondition } from '../../../http/collection/precondition.ts';
import {
  type Fields,
  type ReadRow,
  readRow,
  type StoredRow,
  withoutTracking,
} from '../../../http/collection/rows.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import { checkIfMatch, parseIfMatch } from '../../../http/request/etag.ts';
import { refuseExisting } from '../../../http/request/write-conditions.ts';
import type { AccountBindings } from '../../bindings.ts';
import { documentCollection } from '../document-collection.ts';
import { keepWhatMustBeKept } from '../retention.ts';
import { insertContent, type NewContent } from './content-rows.ts';

/** Uploaded bytes that become a document's current content. */
export interface ContentCommit {
  readonly context: ApiContext<AccountBindings>;
  readonly access: Access;
  /** The document when the upload started. */
  readonly before: ReadRow;
  readonly content: NewContent;
  /** Additional preconditions. Default none. */
  readonly require?: readonly Precondition[];
  /** Further queries of the same transaction; each must depend on `written`. Default none. */
  readonly extraQueries?: (contentVersion: number, written: Expression<SqlBool>) => readonly CompiledQuery[];
}

/**
 * Checks that a document accepts bytes: it exists, it matches `If-Match` if the header is sent, it has none yet with
 * `If-None-Match: *`, and its content may be replaced.
 */
export function admitUpload(
  context: ApiContext<AccountBindings>,
  id: string,
  row: StoredRow | undefined,
): ReadRow | Refusal {
  const ifMatch = parseIfMatch(context.request.headers);
  if (isRefusal(ifMatch)) return ifMatch;
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: 'documents', id });
  const document = readRow(row);
  const { headers } = context.request;
  const exists =
    document.fields.contentVersion === undefined ? undefined : refuseExisting(headers, document.etag);
  return (
    exists ??
    checkIfMatch(ifMatch ?? '*', document.etag) ??
    keepWhatMustBeKept(document.fields, 'replaced', context.nowMs) ??
    document
  );
}

/**
 * Writes the row for bytes that are in the bucket. Concurrent changes of the document are kept, and a concurrent upload
 * becomes an earlier version, unless the request names the version that it changes (412).
 */
export async function commitContent(commit: ContentCommit): Promise<ChangedRow | Refusal> {
  const { context, access, before, content } = commit;
  const plan = (now: ReadRow): Change | Refusal =>
    keepWhatMustBeKept(now.fields, 'replaced', context.nowMs) ?? {
      action: 'update',
      id: before.id,
      before: now,
      after: withContent(now, content, context.nowMs),
    };
  const options: ChangeOptions<AccountBindings> = {
    ...{ collection: documentCollection, context, access, id: before.id, plan },
    auditAction: 'upload',
    ifMatch: '*',
    require: commit.require ?? [],
    extraQueries: ({ after }, written) => {
      const contentVersion = Number(after?.contentVersion);
      return [
        insertContent(before.id, contentVersion, content, access.actor, context.nowMs, written),
        ...(commit.extraQueries?.(contentVersion, written) ?? []),
      ];
    },
  };
  const change = plan(before);
  if (isRefusal(change)) return change;
  const written = await writeChange(options, change, before);
  const raced = isRefusal(written) && written.error.kind === 'version_mismatch';
  const { headers } = context.request;
  const isPinned = headers.has('if-match') || headers.has('if-none-match');
  return raced && !isPinned ? await changeRow(options) : written;
}

function withContent(before: ReadRow, content: NewContent, nowMs: number): Fields {
  const { sizeBytes, sha256, mediaType, contentVersion, previousVersions, ...rest } = withoutTracking(
    before.fields,
  );
  const replacedAt = new Date(nowMs).toISOString();
  const earlier = Array.isArray(previousVersions) ? previousVersions : [];
  const replaced =
    contentVersion === undefined ? [] : [{ contentVersion, sizeBytes, sha256, mediaType, replacedAt }];
  return {
    ...rest,
    sizeBytes: content.sizeBytes,
    sha256: content.sha256,
    mediaType: content.mediaType,
    contentVersion: Number(contentVersion ?? 0) + 1,
    previousVersions: [...replaced, ...earlier].slice(0, limits.documentVersionsMax),
  };
}
