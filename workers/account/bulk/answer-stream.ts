/**
 * Maximum bytes of a response that wait to be read. The outcomes of all lines that one request can write are far
 * smaller, unless most lines have faults.
 */
const UNREAD_BYTES_MAX = 16_000_000;

/** How long an import waits while more than that is unread, in milliseconds. */
const UNREAD_MS_MAX = 30_000;

/** Bounds of a response that is written while its request is read. */
export interface AnswerBounds {
  readonly unreadBytesMax: number;
  readonly unreadMsMax: number;
}

/** A response of JSON lines that is written while it is read. */
export interface AnswerStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly send: (lines: readonly object[]) => void;
  /**
   * Waits until the unread part is small enough.
   *
   * @returns `unread` if the client does not read in time, `cancelled` if it has gone.
   */
  readonly hasRoom: () => Promise<'room' | 'unread' | 'cancelled'>;
  readonly close: () => void;
  /** Aborts the response, so that the client cannot mistake a part for the whole. */
  readonly fail: (error: Error) => void;
}

/**
 * Makes a response that does not block its request: a client that sends everything before it reads would otherwise
 * deadlock. Unread output is buffered, up to a bound.
 */
export function createAnswerStream(
  { unreadBytesMax, unreadMsMax }: AnswerBounds = {
    unreadBytesMax: UNREAD_BYTES_MAX,
    unreadMsMax: UNREAD_MS_MAX,
  },
): AnswerStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isCancelled = false;
  let wake: () => void = () => undefined;
  const readable = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      pull: () => wake(),
      cancel: () => {
        isCancelled = true;
        wake();
      },
    },
    { highWaterMark: unreadBytesMax, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  const state = () => {
    if (isCancelled) return 'cancelled';
    return (controller?.desiredSize ?? 0) > 0 ? 'room' : 'unread';
  };
  return {
    readable,
    send: (lines) => {
      if (isCancelled || lines.length === 0) return;
      controller?.enqueue(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
    },
    hasRoom: async () => {
      if (state() === 'unread') {
        let timer: ReturnType<typeof setTimeout> | null = null;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, unreadMsMax);
        });
        clearTimeout(timer);
      }
      return state();
    },
    close: () => {
      if (!isCancelled) controller?.close();
    },
    fail: (error) => {
      if (!isCancelled) controller?.error(error);
    },
  };
}
