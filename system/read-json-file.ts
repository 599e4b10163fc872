import * as v from 'valibot';
import { readTextFile } from './write-file.ts';

/** The content of a JSON file; `damaged` when it is not JSON or does not match the schema. */
export type JsonFile<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'missing' }
  /** `reason` names the wrong fields and never quotes a value, which may be a secret. */
  | { readonly kind: 'damaged'; readonly reason: string };

/**
 * Reads a JSON file by its schema.
 *
 * @throws when the file exists and cannot be read, such as without permission.
 */
export async function readJsonFile<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<JsonFile<v.InferOutput<Schema>>> {
  const text = await readTextFile(path);
  return text === undefined ? { kind: 'missing' } : parseJsonText(text, schema);
}

/** Reads a file that may be lost: undefined when it is missing or damaged. */
export async function readJsonFileOrNone<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  const file = await readJsonFile(path, schema);
  return file.kind === 'read' ? file.value : undefined;
}

function parseJsonText<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
): JsonFile<v.InferOutput<Schema>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'damaged', reason: 'it is not JSON' };
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return { kind: 'read', value: parsed.output };
  return { kind: 'damaged', reason: parsed.issues.map(describeIssue).join('; ') };
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  // valibot's default messages quote the received value; those of our schemas do not.
  const text = issue.message.startsWith('Invalid ')
    ? `expected ${issue.expected ?? issue.type}`
    : issue.message;
  return `${v.getDotPath(issue) ?? 'the file'}: ${text}`;
}
