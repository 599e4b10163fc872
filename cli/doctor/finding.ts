/** The result of one check of `freehold doctor`, and what to do about it. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly todo?: string;
}

export function ok(name: string, detail: string): Finding {
  return { name, status: 'ok', detail };
}

/** Something works, or will work, but a person should know about it. */
export function warn(name: string, detail: string, todo: string): Finding {
  return { name, status: 'warn', detail, todo };
}

/** Something does not work until `todo` is done. */
export function fail(name: string, detail: string, todo: string): Finding {
  return { name, status: 'fail', detail, todo };
}
