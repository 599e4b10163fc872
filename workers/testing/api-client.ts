/** A request of a test: a body that is not a string or bytes is sent as JSON. */
export interface ApiRequest {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer, its body read. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON, or `{}` when it is none. */
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Sends requests to one API. */
export type ApiClient = (path: string, request?: ApiRequest) => Promise<ApiAnswer>;

/** A client of the API at a base URL. */
export function createApiClient(baseUrl: string): ApiClient {
  return async (path, { method = 'GET', token, headers = {}, body } = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array || body === undefined;
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, body: toJson(text), text, bytes };
  };
}

function toJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // Bytes of a document, or nothing.
  }
}
