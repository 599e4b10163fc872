/** Whether a token may have this audience: the platform, or one account. */
export function isAudience(value: string): boolean {
  return value === 'urn:freehold:platform' || /^urn:freehold:account:[\w-]{1,64}$/u.test(value);
}
