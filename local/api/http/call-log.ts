/** One call of the v4 API. `status` is null while no answer was given, and for ever when it was lost. */
export interface Call {
  /** Counts from 1 since the cloud started. */
  readonly id: number;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly at: string;
  status: number | null;
  durationMs: number | null;
}

/** Calls kept; older ones are only counted. */
const callsKept = 5000;

/** The calls of the v4 API since the cloud started. */
export class CallLog {
  readonly #now: () => number;
  #calls: Call[] = [];
  #total = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes a call that begins; the returned function notes its answer. */
  begin(method: string, path: string): (status: number) => void {
    const startedMs = this.#now();
    this.#total += 1;
    const call: Call = {
      id: this.#total,
      method,
      path,
      at: new Date(startedMs).toISOString(),
      status: null,
      durationMs: null,
    };
    this.#calls.push(call);
    if (this.#calls.length > callsKept * 2) this.#calls = this.#calls.slice(-callsKept);
    return (status) => {
      call.status = status;
      call.durationMs = this.#now() - startedMs;
    };
  }

  /** Calls after the one with the id `since`, and how many there were in all. */
  read(since: number): { readonly total: number; readonly calls: readonly Call[] } {
    return { total: this.#total, calls: this.#calls.filter((call) => call.id > since).slice(-callsKept) };
  }
}
