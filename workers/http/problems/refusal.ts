import type { RequestError } from './request-error.ts';

/**
 * A request that is answered with a problem document: the value that a function returns instead of its result.
 *
 * Expected failures travel as values, so a function says in its type that it may refuse, and only bugs are thrown.
 */
export class Refusal {
  readonly error: RequestError;

  constructor(error: RequestError) {
    this.error = error;
  }
}

/** Makes the refusal of a request. */
export function refuse(error: RequestError): Refusal {
  return new Refusal(error);
}

/** Says whether a result is a refusal, and narrows its type. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
