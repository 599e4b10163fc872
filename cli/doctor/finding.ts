/** What `freehold doctor` found out about one thing, and what to do about it. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly todo?: string;
}

export function ok(name: string, detail: string): Finding {
  return { name, status: 'ok', detail };
}

/** Works, or will, but a person may want to know. */
export function warn(name: string, detail: string, todo: string): Finding {
  return { name, status: 'warn', detail, todo };
}

/** Something will not work before this is done. */
export function fail(name: string, detail: string, todo: string): Finding {
  return { name, status: 'fail', detail, todo };
}
