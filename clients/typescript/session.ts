import { problemCode } from './problem.ts';

/** How requests of one client are sent. */
export interface SessionOptions {
  /** Gives the access token of each request, so that it can be renewed. */
  readonly token: () => string | Promise<string>;
  /** Default: the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** How often a request is repeated that can be. Default 3. */
  readonly retriesMax?: number | undefined;
  /** Bookmark to begin with: of another client, another process, another day. Default: none. */
  readonly bookmark?: string | undefined;
  /** Waits so many milliseconds. Default: as long as that takes. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** What the requests of one client have in common. */
export interface Session {
  /**
   * Sends a request, with token and bookmark. What can be repeated without harm is, when the connection breaks or the
   * API asks to come back.
   *
   * @param canResend Whether the body is there for a second time. Default: bodies of JSON are.
   */
  readonly send: (request: Request, canResend?: boolean) => Promise<Response>;
  /** The newest bookmark of all answers; hand it to whoever is to see what this client has seen. */
  readonly bookmark: () => string | undefined;
  /** Takes a bookmark that came in another way than by a header. */
  readonly note: (bookmark: string | null) => void;
}

const BOOKMARK_HEADER = 'x-d1-bookmark';
const IDEMPOTENCY_HEADER = 'idempotency-key';

/** Longer than this nobody is kept waiting: the answer is handed on. */
const RETRY_AFTER_SECONDS_MAX = 60;
const FIRST_DELAY_MS = 250;

/** Refusals that are told before anything is written, so that any request may come again. */
const NOTHING_WRITTEN = new Set(['rate-limited', 'overloaded', 'issuer-unavailable', 'account-provisioning']);
/** Refusals after which a request that is safe to repeat may succeed. */
const STATUSES_TO_REPEAT = new Set([502, 503, 504]);

/** Starts the session of one client. */
export function createSession(options: SessionOptions): Session {
  const {
    token,
    fetch = (request) => globalThis.fetch(request),
    retriesMax = 3,
    wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  } = options;
  let { bookmark } = options;
  const note: Session['note'] = (reached) => {
    // Bookmarks sort by time. Answers may overtake each other, and the newest one counts.
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

/** Milliseconds to wait before a request is repeated; undefined when it is not to be. */
async function delayBefore(
  retries: number,
  request: Request,
  response: Response | undefined,
): Promise<number | undefined> {
  // Not all clients at once.
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

/** Whether it does no harm that a request arrives twice. */
function isSafe({ method, headers }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || headers.has(IDEMPOTENCY_HEADER);
}

function isResendable({ body, headers }: Request): boolean {
  return body === null || /^application\/(?:.+\+)?json\b/.test(headers.get('content-type') ?? '');
}
