import { problemCode } from './problem.ts';

/** Options for the requests of one client. */
export interface SessionOptions {
  /** Returns the access token for each request, so that it can be renewed. */
  readonly token: () => string | Promise<string>;
  /** Default: the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Maximum retries of a request that is safe to repeat. Default 3. */
  readonly retriesMax?: number | undefined;
  /** Bookmark to start with, for example of another client or process. Default: none. */
  readonly bookmark?: string | undefined;
  /** Waits this many milliseconds. Default: a timer. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** State that the requests of one client share. */
export interface Session {
  /**
   * Sends a request with token and bookmark. Retries it, if that is safe, when the connection breaks or the API asks for
   * it.
   *
   * @param canResend Whether the body can be sent again. Default: true for JSON bodies.
   */
  readonly send: (request: Request, canResend?: boolean) => Promise<Response>;
  /** The newest bookmark of all responses. Another client that starts with it sees at least the same state. */
  readonly bookmark: () => string | undefined;
  /** Records a bookmark that did not come in a header. */
  readonly note: (bookmark: string | null) => void;
}

const BOOKMARK_HEADER = 'x-d1-bookmark';
const IDEMPOTENCY_HEADER = 'idempotency-key';

/** A response with a longer `Retry-After` is returned to the caller. */
const RETRY_AFTER_SECONDS_MAX = 60;
const FIRST_DELAY_MS = 250;

/** Refusals before anything was written, after which every request can be repeated. */
const NOTHING_WRITTEN = new Set(['rate-limited', 'overloaded', 'issuer-unavailable', 'account-provisioning']);
/** Statuses after which a request that is safe to repeat may succeed. */
const STATUSES_TO_REPEAT = new Set([502, 503, 504]);

/** Starts the session of a client. */
export function createSession(options: SessionOptions): Session {
  const {
    token,
    fetch = (request) => globalThis.fetch(request),
    retriesMax = 3,
    wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  } = options;
  let { bookmark } = options;
  const note: Session['note'] = (reached) => {
    // Bookmarks sort by time. Responses may arrive out of order, so the newest one is kept.
    if (reached !== null && (bookmark === undefined || reached > bookmark)) bookmark = reached;
  };
  const attempt = async (request: Request): Promise<Response> => {
    request.headers.set('authorization', `Bearer ${await token()}`);
    if (bookmark !== undefined && !request.headers.has(BOOKMARK_HEADER))
      request.headers.set(BOOKMARK_HEADER, bookmark);
    const response = await fetch(request);
    note(response.headers.get(BOOKMARK_HEADER));
    return response;
  };
  const send: Session['send'] = async (request, canResend = isResendable(request)) => {
    for (let retries = 0; ; retries++) {
      const isLast = retries >= retriesMax || !canResend;
      const sent = isLast ? request : request.clone();
      const response = await attempt(sent).catch((error: unknown) => {
        if (isLast || !isSafe(request) || request.signal.aborted) throw error;
        return undefined;
      });
      const delayMs = isLast ? undefined : await delayBefore(retries, request, response);
      if (response !== undefined && delayMs === undefined) return response;
      await response?.body?.cancel();
      await wait(delayMs ?? 0);
    }
  };
  return { send, note, bookmark: () => bookmark };
}

/** Delay before a request is repeated, in milliseconds; undefined if it must not be. */
async function delayBefore(
  retries: number,
  request: Request,
  response: Response | undefined,
): Promise<number | undefined> {
  // Jitter, so that clients do not retry at the same moment.
  const own = FIRST_DELAY_MS * 2 ** retries * (1 + Math.random() / 4);
  if (response === undefined) return own;
  if (response.ok || !(await isWorthRepeating(request, response))) return undefined;
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return seconds > RETRY_AFTER_SECONDS_MAX ? undefined : Math.max(own, seconds * 1_000);
}

async function isWorthRepeating(request: Request, response: Response): Promise<boolean> {
  const { status } = response;
  if (status === 429) return true;
  if (STATUSES_TO_REPEAT.has(status) && isSafe(request)) return true;
  if (status !== 503 && status !== 409) return false;
  const code = await problemCode(response);
  return NOTHING_WRITTEN.has(code) || code === 'idempotency-in-flight';
}

/** Whether a request may be executed twice without harm. */
function isSafe({ method, headers }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || headers.has(IDEMPOTENCY_HEADER);
}

function isResendable({ body, headers }: Request): boolean {
  return body === null || /^application\/(?:.+\+)?json\b/.test(headers.get('content-type') ?? '');
}
