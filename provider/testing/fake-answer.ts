/** An answer of the fake API. */
export interface FakeAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  readonly headers?: { readonly [name: string]: string };
}

/** Cloudflare's envelope around a result. */
export function result(value: unknown): FakeAnswer {
  const envelope = { success: true, errors: [], messages: [], result: value };
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(envelope) };
}

/** Cloudflare's envelope around an error. */
export function refusal(status: number, code: number, message: string): FakeAnswer {
  const envelope = { success: false, errors: [{ code, message }], messages: [], result: null };
  return { status, mediaType: 'application/json', body: JSON.stringify(envelope) };
}
