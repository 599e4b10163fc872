import { type ContractOperation, isJsonType } from './contract.ts';

/** A path of the operation with parameters that refer to nothing. */
export function anyPath({ path, parameters }: ContractOperation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const example = parameters.find(
      (parameter) => parameter.in === 'path' && parameter.name === name,
    )?.example;
    return String(example ?? 'nothing');
  });
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = new URLSearchParams(
    needed.map(({ name, example }): [string, string] => [name, String(example)]),
  );
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** A valid body where the operation takes one: a refusal then has another reason. */
export function anyBody({ operationId, mediaTypes, exampleBody }: ContractOperation): {
  readonly body?: unknown;
} {
  if (mediaTypes.length === 0) return {};
  // Messages are kept for 30 days, so the date of an example soon is too old.
  if (operationId === 'replayWebhookEvents') return { body: { since: new Date().toISOString() } };
  return { body: exampleBody ?? (mediaTypes.some(isJsonType) ? {} : 'x') };
}

/** The headers that the operation requires. */
export function anyHeaders({ mediaTypes, parameters }: ContractOperation): Readonly<Record<string, string>> {
  const [mediaType] = mediaTypes;
  return {
    ...(mediaType === undefined || mediaType.includes('*') ? {} : { 'content-type': mediaType }),
    ...(parameters.some(({ name, required }) => name === 'If-Match' && required) ? { 'if-match': '*' } : {}),
    ...(parameters.some(({ name, required }) => name === 'Idempotency-Key' && required)
      ? { 'idempotency-key': crypto.randomUUID() }
      : {}),
  };
}
