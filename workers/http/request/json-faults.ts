import type { FieldError } from '../problems/request-error.ts';

/** Maximum nesting of a body; no table needs more than a few levels. */
const JSON_DEPTH_MAX = 32;

/**
 * Finds valid JSON that a database cannot store unchanged: text with U+0000 or an unpaired surrogate (SQLite would cut
 * or replace it), and nesting deep enough to exhaust the stack.
 *
 * @returns The first fault, or undefined.
 */
export function findJsonFault(value: unknown, pointer = '#', depth = 0): FieldError | undefined {
  if (typeof value === 'string') {
    return isStorableText(value)
      ? undefined
      : { pointer, detail: 'contains a character that cannot be stored' };
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

/** Escapes one token of a JSON pointer in URI fragment form. */
export function toPointerToken(key: string): string {
  return encodeURIComponent(key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'));
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
