import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CloudflareRequest } from '../api/cloudflare-api.ts';
import type { PropertyValue } from '../engine/property-value.ts';
import type { InputFailure, InputsOf } from '../engine/resource-type.ts';
import { writeForm } from './multipart.ts';
import { toWireCase } from './wire-case.ts';
import { metadataInputs, type workersScriptInputs } from './workers-script-inputs.ts';

type ScriptInputs = InputsOf<typeof workersScriptInputs>;

/** Compares the code with the hash that the program gives. */
export async function checkContent(news: Partial<ScriptInputs>): Promise<readonly InputFailure[]> {
  if (news.content !== undefined && news.contentFile !== undefined) {
    return [{ property: 'content', reason: 'give either content or contentFile' }];
  }
  if (news.contentFile === undefined) return [];
  if (news.contentSha256 === undefined) {
    return [{ property: 'contentSha256', reason: 'required with contentFile: changes are detected by it' }];
  }
  const content = await readFile(news.contentFile).catch(() => undefined);
  if (content === undefined) {
    return [{ property: 'contentFile', reason: `no readable file ${news.contentFile}` }];
  }
  const actual = sha256Of(content);
  if (actual === news.contentSha256) return [];
  return [
    {
      property: 'contentSha256',
      reason: `${news.contentFile} has the SHA-256 ${actual}, not ${news.contentSha256}`,
    },
  ];
}

/**
 * Builds the upload of a script: the code first, its metadata last.
 *
 * @param olds Inputs of the last update; those that `news` no longer has are sent as `null`.
 */
export async function toScriptUpload(
  news: ScriptInputs,
  olds: Partial<ScriptInputs> = {},
): Promise<CloudflareRequest> {
  const code = news.contentFile === undefined ? (news.content ?? '') : await readFile(news.contentFile);
  const module = news.mainModule;
  const part = module ?? news.bodyPart ?? 'script';
  const fallback = module === undefined ? 'application/javascript' : 'application/javascript+module';
  const form = writeForm([
    { name: part, fileName: part, mediaType: news.contentType ?? fallback, content: code },
    {
      name: 'metadata',
      mediaType: 'application/json',
      content: JSON.stringify({
        ...toMetadata(news, olds),
        [module === undefined ? 'body_part' : 'main_module']: part,
      }),
    },
  ]);
  return { headers: { 'Content-Type': form.mediaType }, bytes: form.bytes };
}

function toMetadata(news: ScriptInputs, olds: Partial<ScriptInputs>): Record<string, PropertyValue> {
  const metadata: Record<string, PropertyValue> = {
    logpush: news.logpush ?? false,
    usage_model: news.usageModel ?? 'standard',
  };
  for (const name of metadataInputs) {
    const value = news[name] ?? (olds[name] === undefined ? undefined : (metadata[wireName(name)] ?? null));
    if (value !== undefined) metadata[wireName(name)] = toWireCase(value);
  }
  if (news.annotations !== undefined) {
    metadata.annotations = {
      'workers/message': news.annotations.workersMessage ?? null,
      'workers/tag': news.annotations.workersTag ?? null,
    };
  }
  return metadata;
}

function wireName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** SHA-256 in hex. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
