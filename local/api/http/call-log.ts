/** One call of the v4 API. `status` is null until there is a response, and stays null when the response is lost. */
export interface Call {
  /** Counted from 1 since the cloud started. */
  readonly id: number;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly at: string;
  status: number | null;
  durationMs: number | null;
}

/** Number of calls that are kept; older ones are only counted. */
const callsKept = 5000;

/** The calls of the v4 API since the cloud started. */
export class CallLog {
  readonly #now: () => number;
  #calls: Call[] = [];
  #total = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Records the start of a call; the returned function records its response. */
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

  /** Calls after the id `since`, and the total number of calls. */
  read(since: number): { readonly total: number; readonly calls: readonly Call[] } {
    return { total: this.#total, calls: this.#calls.filter((call) => call.id > since).slice(-callsKept) };
  }
}
