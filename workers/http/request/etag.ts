import { type Refusal, refuse } from '../problems/refusal.ts';

/** The versions that a writer accepts as current: any, or one of the listed entity tags. */
export type IfMatch = '*' | readonly string[];

const ENTITY_TAGS = /^\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*(?:,\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*)*$/;

/** The entity tag of a row: its version in quotes. */
export function toEtag(version: number): string {
  return `"${version}"`;
}

/**
 * Reads `If-Match`.
 *
 * @returns undefined if missing, 400 if it is not a list of entity tags.
 */
export function parseIfMatch(headers: Headers): IfMatch | undefined | Refusal {
  const header = headers.get('if-match');
  if (header === null) return undefined;
  if (header.trim() === '*') return '*';
  if (!ENTITY_TAGS.test(header)) {
    return refuse({ kind: 'invalid_header', header: 'if-match', detail: 'is not an entity tag such as "3"' });
  }
  return splitTags(header);
}

/** Whether the current entity tag satisfies `If-Match`. The comparison is strong, so a weak tag never matches. */
export function satisfiesIfMatch(ifMatch: IfMatch, etag: string): boolean {
  return ifMatch === '*' || ifMatch.includes(etag);
}

/** Reads `If-None-Match`: the versions that the reader has. The comparison is weak, so the weak mark is removed. */
export function parseIfNoneMatch(headers: Headers): IfMatch {
  const header = headers.get('if-none-match');
  if (header?.trim() === '*') return '*';
  return splitTags(header ?? '').map((tag) => tag.replace(/^W\//, ''));
}

/** Whether `If-None-Match` contains the current entity tag, so that the response is 304. */
export function isNotModified(headers: Headers, etag: string): boolean {
  return satisfiesIfMatch(parseIfNoneMatch(headers), etag);
}

function splitTags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}

/**
 * Checks a write's `If-Match`: it is required (428), and must match the current version (412).
 *
 * @param etag Entity tag of the current row.
 */
export function checkIfMatch(ifMatch: IfMatch | undefined, etag: string): Refusal | undefined {
  if (ifMatch === undefined) return refuse({ kind: 'precondition_required', etag });
  if (!satisfiesIfMatch(ifMatch, etag)) return refuse({ kind: 'version_mismatch', etag });
  return undefined;
}
