import { type Refusal, refuse } from '../problems/refusal.ts';

/** What a writer accepts as the present version: any, or one of the listed entity tags. */
export type IfMatch = '*' | readonly string[];

const ENTITY_TAGS = /^\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*(?:,\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*)*$/;

/** The entity tag of a row: its version in quotes. */
export function toEtag(version: number): string {
  return `"${version}"`;
}

/**
 * Reads `If-Match`.
 *
 * @returns undefined when it is missing, 400 when it is not a list of entity tags.
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

/** Says whether a present entity tag satisfies `If-Match`. A weak tag never does: the comparison is strong. */
export function satisfiesIfMatch(ifMatch: IfMatch, etag: string): boolean {
  return ifMatch === '*' || ifMatch.includes(etag);
}

/** Reads `If-None-Match`: what the reader has already. The comparison is weak, so weak tags come without their mark. */
export function parseIfNoneMatch(headers: Headers): IfMatch {
  const header = headers.get('if-none-match');
  if (header?.trim() === '*') return '*';
  return splitTags(header ?? '').map((tag) => tag.replace(/^W\//, ''));
}

/** Says whether `If-None-Match` names the present entity tag, so that the reader has it already (304). */
export function isNotModified(headers: Headers, etag: string): boolean {
  return satisfiesIfMatch(parseIfNoneMatch(headers), etag);
}

function splitTags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}

/**
 * Decides whether a write may go on: it must say which version it changes (428), and that must be the present one (412).
 *
 * @param etag Entity tag of the row as it is now.
 */
export function checkIfMatch(ifMatch: IfMatch | undefined, etag: string): Refusal | undefined {
  if (ifMatch === undefined) return refuse({ kind: 'precondition_required', etag });
  if (!satisfiesIfMatch(ifMatch, etag)) return refuse({ kind: 'version_mismatch', etag });
  return undefined;
}
