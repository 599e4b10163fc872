import type { SessionStart } from './database.ts';

/** Header by which a caller asks for more than the usual (RFC 7240). */
const PREFER_HEADER = 'prefer';

/** Header by which an answer says which preference it honoured. */
export const PREFERENCE_APPLIED_HEADER = 'preference-applied';

/** The one preference there is: what is read is what the primary holds at this moment. */
export const STRONG_CONSISTENCY = 'consistency=strong';

const STRONG = /^consistency\s*=\s*(?:strong|"strong")\s*(?:;|$)/i;

/** Whether a request asks for strong consistency. Preferences that are not known here are passed over, as RFC 7240 wants. */
export function prefersStrong(headers: Headers): boolean {
  return hasPreference(headers, STRONG);
}

/** Whether one of a request's preferences has this form. */
export function hasPreference(headers: Headers, form: RegExp): boolean {
  const preferences = headers.get(PREFER_HEADER)?.split(',') ?? [];
  return preferences.some((preference) => form.test(preference.trim()));
}

/**
 * Where a request's session starts.
 *
 * @param bookmark As D1 takes it.
 */
export function toSessionStart(request: Request, bookmark: string | undefined): SessionStart {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // The primary has seen every bookmark, and a write must not decide from an older copy of its row.
  if (!isRead || prefersStrong(request.headers)) return 'first-primary';
  return bookmark ?? 'first-unconstrained';
}
