import { limits } from '../../../schema/model/limits.ts';
import { fromBase64Url, toBase64Url } from '../encoding/base64url.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import { canonicalJson } from '../request/canonical-json.ts';

/** A position in a list: after the row with this sort value and this id. */
export interface Position {
  readonly value: string | number | null;
  readonly id: string;
}

/**
 * Writes an opaque cursor.
 *
 * @param query The list's collection, filters and sort. The cursor is valid only for these.
 */
export async function toCursor(position: Position, query: unknown): Promise<string> {
  const { value, id } = position;
  const text = JSON.stringify([value, id, await checksum(position, query)]);
  return toBase64Url(new TextEncoder().encode(text));
}

/**
 * Reads a cursor. The checksum prevents the use of a cursor on another list, where it would silently skip rows. It is
 * not secret, because a position does not grant access to anything.
 *
 * @returns 400 for a value that `toCursor()` did not write for this query.
 */
export async function parseCursor(cursor: string, query: unknown): Promise<Position | Refusal> {
  const invalid = refuse({ kind: 'invalid_cursor' });
  const bytes = cursor.length <= limits.cursorLengthMax ? fromBase64Url(cursor) : undefined;
  if (bytes === undefined) return invalid;
  const position = toPosition(new TextDecoder().decode(bytes));
  if (position === undefined || (await toCursor(position, query)) !== cursor) return invalid;
  return position;
}

function toPosition(text: string): Position | undefined {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.length !== 3) return undefined;
    const [value, id] = parts as unknown[];
    const isValue = value === null || typeof value === 'string' || typeof value === 'number';
    return isValue && typeof id === 'string' ? { value, id } : undefined;
  } catch {
    return undefined; // Not JSON, so not a cursor.
  }
}

async function checksum(position: Position, query: unknown): Promise<string> {
  return (await sha256Hex(canonicalJson([position.value, position.id, query]))).slice(0, 16);
}
