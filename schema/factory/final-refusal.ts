/** Client errors that may pass: 401 and 404, for example, occur while the platform is being deployed. */
const passing: readonly number[] = [401, 403, 404, 408, 409, 425, 429];

/**
 * Whether the platform refuses a message of the factory permanently. Only refusals of its content are.
 *
 * @param status Status of the response.
 */
export function isFinalRefusal(status: number): boolean {
  return status >= 400 && status < 500 && !passing.includes(status);
}
