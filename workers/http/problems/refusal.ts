import type { RequestError } from './request-error.ts';

/**
 * A request that is answered with a problem document. Functions return it instead of their result: expected failures
 * are values and visible in the type; only bugs are thrown.
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

/** Whether a result is a refusal; narrows its type. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
