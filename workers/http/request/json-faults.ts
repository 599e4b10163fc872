import type { FieldError } from '../problems/request-error.ts';

/** How deep a body may be nested; no table of ours needs more than a few levels. */
const JSON_DEPTH_MAX = 32;

/**
 * Finds what JSON allows and a database cannot hold faithfully: text with U+0000 or half a surrogate pair (SQLite
 * would cut or replace it), and nesting so deep that walking it would exhaust the stack.
 *
 * @returns The first fault, or undefined.
 */
export function findJsonFault(value: unknown, pointer = '#', depth = 0): FieldError | undefined {
  if (typeof value === 'string') {
    return isStorableText(value) ? undefined : { pointer, detail: 'holds a character that cannot be stored' };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= JSON_DEPTH_MAX) return { pointer, detail: `is nested deeper than ${JSON_DEPTH_MAX} levels` };
  for (const [key, member] of Object.entries(value)) {
    const here = `${pointer}/${toPointerToken(key)}`;
    if (!isStorableText(key)) return { pointer, detail: 'has a key that cannot be stored' };
    const fault = findJsonFault(member, here, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Escapes one step of a JSON pointer that is written as a URI fragment. */
export function toPointerToken(key: string): string {
  return encodeURIComponent(key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'));
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
