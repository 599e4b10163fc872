import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { hasPreference } from '../database/consistency.ts';
import type { RequestError } from '../problems/request-error.ts';
import type { Access, Caller } from './access.ts';
import type { Precondition } from './precondition.ts';
import { type Fields, rowsBuilder } from './rows.ts';

/** A reason to think twice about a create, which succeeds all the same unless the caller asks for strictness. */
export interface Caution {
  /** In kebab-case; ends the `type` of the problem that strictness makes of it. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Fields without which there is no reason. */
  readonly needs: readonly string[];
  /** SQL for a JSON array of the ids of the rows that are the reason, without the new one. Empty when there is none. */
  readonly ids: (row: NewRow) => Expression<string>;
  /** What a caller must be allowed to learn the ids, and that there are any. */
  readonly permission: string;
}

/** A row that is being created, as SQL sees it: one whose fields are known, or each of many. */
export interface NewRow {
  readonly id: Expression<string>;
  /** NULL where the row does not have the field. */
  readonly field: (name: string) => Expression<unknown>;
}

/** The cautions that these fields give a reason for. */
export function cautionsFor(cautions: readonly Caution[] | undefined, fields: Fields): readonly Caution[] {
  return (cautions ?? []).filter(({ needs }) => needs.every((name) => fields[name] !== undefined));
}

/** A row whose fields are known. */
export function knownRow(id: string, fields: Fields): NewRow {
  return { id: sql<string>`${id}`, field: (name) => sql`${fields[name] ?? null}` };
}

/** A caution as the answer carries it. */
export interface Warning {
  readonly code: string;
  readonly detail: string;
  /** Rows that are the reason. */
  readonly ids: readonly string[];
}

/** Header that names the codes of an answer's warnings. */
export const WARNINGS_HEADER = 'freehold-warnings';

/** The preference (RFC 7240) that turns cautions into refusals. */
export const STRICT_HANDLING = 'handling=strict';

const STRICT = /^handling\s*=\s*(?:strict|"strict")\s*(?:;|$)/i;

/** Whether a create is refused for what would otherwise be a warning. */
export function prefersStrictHandling(headers: Headers): boolean {
  return hasPreference(headers, STRICT);
}

/** SQL for a JSON array with the ids of each caution. */
export function cautionedIds(cautions: readonly Caution[], row: NewRow): Expression<string> {
  if (cautions.length === 0) return sql<string>`json_array()`;
  return sql<string>`json_array(${sql.join(cautions.map(({ ids }) => sql`json(${ids(row)})`))})`;
}

/** What `readCautions()` finds: JSON text of an array of ids for each caution. */
export interface CautionedIds {
  readonly ids: string;
}

/** Query for the ids of each caution. */
export function readCautions(cautions: readonly Caution[], row: NewRow): CompiledQuery<CautionedIds> {
  return sql<CautionedIds>`select ${cautionedIds(cautions, row)} as ids`.compile(rowsBuilder);
}

/** What a caller is told of the ids that were found: nothing of rows that they may not read. */
export function toWarnings(
  cautions: readonly Caution[],
  found: readonly (readonly string[])[],
  caller: Caller,
): readonly Warning[] {
  return cautions.flatMap(({ code, detail, permission }, index) => {
    const ids = found[index] ?? [];
    return ids.length > 0 && caller.may(permission) ? [{ code, detail, ids }] : [];
  });
}

/**
 * Cautions as preconditions, for a caller who wants to be refused. One who may not read the rows that are the reason is
 * not: the refusal would tell them of each person whom they care to name.
 */
export function asPreconditions(
  cautions: readonly Caution[],
  row: NewRow,
  access: Access,
): readonly Precondition[] {
  return cautions.map(({ code, title, detail, ids, permission }) => ({
    holds: sql<SqlBool>`(not ${access.holds(permission)} or json_array_length(${ids(row)}) = 0)`,
    evidence: ids(row),
    otherwise: (found): RequestError => ({
      kind: 'own',
      code,
      status: 409,
      title,
      detail,
      members: { ids: found },
    }),
  }));
}
