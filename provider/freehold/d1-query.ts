import type { Statement } from '../../schema/model/list-statement.ts';
import { type CloudflareApi, isStatus } from '../api/cloudflare-api.ts';
import { isList, isObject, type Properties, type PropertyValue } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';

/** A D1 database by its Cloudflare account and uuid. */
export interface DatabaseAddress {
  readonly cloudflareAccountId: string;
  readonly databaseId: string;
}

/**
 * Runs statements as one call, which D1 runs as one transaction.
 *
 * @returns The rows of each statement. Throws `ProviderFailure`; see `toSqlRefusal` for a statement that failed.
 */
export async function runStatements(
  api: CloudflareApi,
  { cloudflareAccountId, databaseId }: DatabaseAddress,
  statements: readonly Statement[],
): Promise<readonly (readonly Properties[])[]> {
  const account = encodeURIComponent(cloudflareAccountId);
  const path = `/accounts/${account}/d1/database/${encodeURIComponent(databaseId)}/query`;
  const result = await api.call('POST', path, {
    body: { batch: statements.map(({ sql, parameters }) => ({ sql, params: parameters })) },
  });
  const answers = isList(result) ? result : [];
  if (answers.length !== statements.length) {
    const detail = `${answers.length} results for ${statements.length} statements`;
    throw new ProviderFailure({ kind: 'answer_unusable', method: 'POST', url: path, detail });
  }
  return answers.map(rowsOf);
}

function rowsOf(answer: PropertyValue): readonly Properties[] {
  const rows = isObject(answer) ? answer.results : undefined;
  return isList(rows) ? rows.filter(isObject) : [];
}

/**
 * Distinguishes a batch that SQLite refused from one that did not reach it.
 *
 * @returns SQLite's own message, `undefined` for every other error.
 */
export function toSqlRefusal(error: unknown): string | undefined {
  if (!(error instanceof ProviderFailure) || error.reason.kind !== 'api_refused') return undefined;
  const { status, errors } = error.reason;
  if (status < 400 || status >= 500 || isStatus(error, 401, 403, 404, 429)) return undefined;
  return errors.map(({ message }) => message).join('; ');
}
