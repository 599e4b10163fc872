/**
 * Bytes of an answer that may wait for their reader. The outcomes of all lines that one request can write are far less,
 * unless most of them have faults.
 */
const UNREAD_BYTES_MAX = 16_000_000;

/** How long an answer waits when so much of it is unread, in milliseconds. */
const UNREAD_MS_MAX = 30_000;

/** The bounds of an answer that is written while its request is read. */
export interface AnswerBounds {
  readonly unreadBytesMax: number;
  readonly unreadMsMax: number;
}

/** An answer of JSON lines that is written while it is read. */
export interface AnswerStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly send: (lines: readonly object[]) => void;
  /**
   * Waits until little enough of the answer is unread.
   *
   * @returns `unread` when nobody reads it, `cancelled` when nobody ever will.
   */
  readonly hasRoom: () => Promise<'room' | 'unread' | 'cancelled'>;
  readonly close: () => void;
  /** Breaks the answer off, so that nobody takes a part for the whole. */
  readonly fail: (error: Error) => void;
}

/**
 * Makes an answer that its request does not wait for: a client that sends everything before it reads would otherwise
 * stand still for ever. What it has not read yet is kept, up to a bound.
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
