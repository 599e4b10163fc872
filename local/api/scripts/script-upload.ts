import * as v from 'valibot';
import type { Binding } from '../../storage/records.ts';
import type { ApiError } from '../http/api-error.ts';

/** The content of a multipart upload of a script. */
export interface ScriptUpload {
  readonly metadata: ScriptMetadata;
  readonly modules: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
}

export type ScriptMetadata = v.InferOutput<typeof metadataSchema>;

const binding = v.looseObject({ type: v.string(), name: v.pipe(v.string(), v.minLength(1)) });

const metadataSchema = v.looseObject({
  main_module: v.nullish(v.string()),
  body_part: v.nullish(v.string()),
  bindings: v.nullish(v.array(binding), []),
  compatibility_date: v.nullish(v.string(), ''),
  compatibility_flags: v.nullish(v.array(v.string()), []),
  keep_bindings: v.nullish(v.array(v.string()), []),
});

/**
 * Reads a script upload: one part `metadata` and one part for each module, in any order.
 *
 * Clients send the metadata in different ways: as JSON in one part, with or without a file name, or flattened by a form
 * encoder into parts named `metadata[main_module]`, `metadata[bindings][][name]`.
 */
export async function readScriptUpload(
  request: Request,
): Promise<{ readonly value: ScriptUpload } | { readonly error: ApiError }> {
  const form = await readForm(request);
  if (form === undefined) return invalid('The body of an upload must be multipart/form-data');
  const given = await readMetadata(form);
  if (given === undefined) return invalid('The upload has no valid part named metadata');
  const metadata = v.safeParse(metadataSchema, given);
  if (!metadata.success) {
    return invalid(`metadata.${v.getDotPath(metadata.issues[0]) ?? ''}: ${metadata.issues[0].message}`);
  }
  const modules: { name: string; contentType: string; bytes: Uint8Array }[] = [];
  for (const [field, value] of form) {
    if (field === 'metadata' || field.startsWith('metadata[')) continue;
    modules.push(
      typeof value === 'string'
        ? { name: field, contentType: 'application/javascript+module', bytes: Buffer.from(value) }
        : {
            name: /^files(?:\[|$)/u.test(field) ? value.name : field,
            contentType: value.type === '' ? 'application/javascript+module' : value.type,
            bytes: new Uint8Array(await value.arrayBuffer()),
          },
    );
  }
  const { main_module: mainModule, body_part: bodyPart } = metadata.output;
  const entry = mainModule ?? bodyPart ?? 'script';
  if (!modules.some((module) => module.name === entry)) {
    return invalid(`Uploaded script has no part named ${JSON.stringify(entry)}, which is its entry`);
  }
  return { value: { metadata: metadata.output, modules } };
}

/**
 * Parses the body as a form; undefined if it is not a form.
 *
 * The `cloudflare` SDK uploads forms as `application/javascript`, so the body decides instead of the header.
 */
export async function readForm(request: Request): Promise<FormData | undefined> {
  const bytes = Buffer.from(await request.arrayBuffer());
  const [, boundary] = /^--([^\r\n]{1,200})\r\n/u.exec(bytes.subarray(0, 210).toString('latin1')) ?? [];
  if (boundary === undefined) return undefined;
  try {
    // Node's parser keeps the content type of each part, which the adapter's request does not guarantee.
    const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` };
    return await new Response(bytes, { headers }).formData();
  } catch {
    return undefined;
  }
}

/** Parses one part of a form as JSON; undefined if it is missing or malformed. */
export async function readJsonPart(form: FormData, name: string): Promise<unknown> {
  const part = form.get(name);
  if (part === null) return undefined;
  try {
    return JSON.parse(typeof part === 'string' ? part : await part.text());
  } catch {
    return undefined;
  }
}

async function readMetadata(form: FormData): Promise<unknown> {
  if (form.has('metadata')) return await readJsonPart(form, 'metadata');
  const flattened = [...form].filter(([field]) => field.startsWith('metadata['));
  if (flattened.length === 0) return undefined;
  const metadata: Record<string, unknown> = {};
  const bindings: Record<string, unknown>[] = [];
  for (const [field, value] of flattened) {
    const [name = '', ...path] = [...field.matchAll(/\[([^\]]*)\]/gu)].map((match) => match[1] ?? '');
    const key = path.at(-1) ?? '';
    if (name === 'bindings' && key !== '') {
      // A repeated key starts the next binding, because the encoder does not number them.
      const last = bindings.at(-1);
      if (last === undefined || key in last) bindings.push({ [key]: value });
      else last[key] = value;
    } else if (path.length > 0 && key === '') {
      metadata[name] = [...((metadata[name] as unknown[] | undefined) ?? []), value];
    } else if (path.length === 0) {
      metadata[name] = value;
    }
  }
  return { ...metadata, ...(bindings.length > 0 ? { bindings } : {}) };
}

/** The settings in the metadata that are stored and returned. */
export function keptSettings(metadata: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = [
    'annotations',
    'cache_options',
    'limits',
    'logpush',
    'observability',
    'placement',
    'tags',
    'tail_consumers',
    'usage_model',
  ];
  return Object.fromEntries(
    names
      .filter((name) => metadata[name] !== undefined && metadata[name] !== null)
      .map((name) => [name, metadata[name]]),
  );
}

/** Adds the stored script's bindings that an upload wants to keep or inherit. */
export function resolveBindings(
  wanted: readonly Binding[],
  keepTypes: readonly string[],
  stored: readonly Binding[],
): { readonly value: readonly Binding[] } | { readonly error: ApiError } {
  const resolved: Binding[] = [];
  for (const one of wanted) {
    if (one.type !== 'inherit') {
      resolved.push(one);
      continue;
    }
    const inherited = stored.find((binding) => binding.name === (one.old_name ?? one.name));
    if (inherited === undefined) {
      return { error: { kind: 'binding_invalid', message: `There is no binding ${one.name} to inherit` } };
    }
    resolved.push({ ...inherited, name: one.name });
  }
  const names = new Set(resolved.map((one) => one.name));
  const kept = stored.filter((one) => keepTypes.includes(one.type) && !names.has(one.name));
  return { value: [...resolved, ...kept] };
}

function invalid(message: string): { readonly error: ApiError } {
  return { error: { kind: 'binding_invalid', message } };
}
