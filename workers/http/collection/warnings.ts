import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { foldText } from '../../../schema/model/fold-text.ts';
import { hasPreference } from '../database/consistency.ts';
import type { RequestError } from '../problems/request-error.ts';
import type { Access, Caller } from './access.ts';
import type { Precondition } from './precondition.ts';
import { type Fields, rowsBuilder } from './rows.ts';

/** A rule that warns about a created row. The create succeeds, unless the caller asks for strict handling. */
export interface WarningRule {
  /** In kebab-case; with strict handling, the last part of the problem's `type`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Fields that a row must have for the rule to apply. */
  readonly needs: readonly string[];
  /** SQL for a JSON array with the ids of the existing rows that cause the warning. Empty when there are none. */
  readonly ids: (row: NewRow) => Expression<string>;
  /** The permission to learn the ids, and that there are any. */
  readonly permission: string;
}

/** A row that is being created, in SQL: one row with known fields, or each row of an import. */
export interface NewRow {
  readonly id: Expression<string>;
  /** NULL if the row does not have the field. */
  readonly field: (name: string) => Expression<unknown>;
  /** A field as a column with `folded` compares it. */
  readonly folded: (name: string) => Expression<unknown>;
}

/** The rules that apply to a row with these fields. */
export function rulesFor(rules: readonly WarningRule[] | undefined, fields: Fields): readonly WarningRule[] {
  return (rules ?? []).filter(({ needs }) => needs.every((name) => fields[name] !== undefined));
}

/** A row with known fields. */
export function knownRow(id: string, fields: Fields): NewRow {
  const folded = (name: string) => (typeof fields[name] === 'string' ? foldText(fields[name]) : null);
  return {
    id: sql<string>`${id}`,
    field: (name) => sql`${fields[name] ?? null}`,
    folded: (name) => sql`${folded(name)}`,
  };
}

/** A warning in a response. */
export interface Warning {
  readonly code: string;
  readonly detail: string;
  /** Rows that cause the warning. */
  readonly ids: readonly string[];
}

/** Header with the codes of a response's warnings. */
export const WARNINGS_HEADER = 'freehold-warnings';

/** The preference (RFC 7240) that turns warnings into refusals. */
export const STRICT_HANDLING = 'handling=strict';

const STRICT = /^handling\s*=\s*(?:strict|"strict")\s*(?:;|$)/i;

/** Whether a create is refused instead of causing a warning. */
export function prefersStrictHandling(headers: Headers): boolean {
  return hasPreference(headers, STRICT);
}

/** SQL for a JSON array with the ids that each rule finds. */
export function warnedIds(rules: readonly WarningRule[], row: NewRow): Expression<string> {
  if (rules.length === 0) return sql<string>`json_array()`;
  return sql<string>`json_array(${sql.join(rules.map(({ ids }) => sql`json(${ids(row)})`))})`;
}

/** The result of `readWarnedIds()`: JSON text with an array of ids for each rule. */
export interface WarnedIds {
  readonly ids: string;
}

/** Query for the ids that each rule finds. */
export function readWarnedIds(rules: readonly WarningRule[], row: NewRow): CompiledQuery<WarnedIds> {
  return sql<WarnedIds>`select ${warnedIds(rules, row)} as ids`.compile(rowsBuilder);
}

/** The warnings for a caller. Rows that the caller may not read cause none. */
export function toWarnings(
  rules: readonly WarningRule[],
  found: readonly (readonly string[])[],
  caller: Caller,
): readonly Warning[] {
  return rules.flatMap(({ code, detail, permission }, index) => {
    const ids = found[index] ?? [];
    return ids.length > 0 && caller.may(permission) ? [{ code, detail, ids }] : [];
  });
}

/**
 * Rules as preconditions, for strict handling. A caller without the rule's permission is not refused, because the
 * refusal would disclose whether a person with these fields exists.
 */
export function asPreconditions(
  rules: readonly WarningRule[],
  row: NewRow,
  access: Access,
): readonly Precondition[] {
  return rules.map(({ code, title, detail, ids, permission }) => ({
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
