import type { SessionStart } from './database.ts';

/** Header with a caller's preferences (RFC 7240). */
const PREFER_HEADER = 'prefer';

/** Header with the preferences that a response honoured. */
export const PREFERENCE_APPLIED_HEADER = 'preference-applied';

/** The preference for reads from the primary, which see every committed write. */
export const STRONG_CONSISTENCY = 'consistency=strong';

const STRONG = /^consistency\s*=\s*(?:strong|"strong")\s*(?:;|$)/i;

/** Whether a request asks for strong consistency. Unknown preferences are ignored, as RFC 7240 requires. */
export function prefersStrong(headers: Headers): boolean {
  return hasPreference(headers, STRONG);
}

/** Whether one of a request's preferences matches. */
export function hasPreference(headers: Headers, form: RegExp): boolean {
  const preferences = headers.get(PREFER_HEADER)?.split(',') ?? [];
  return preferences.some((preference) => form.test(preference.trim()));
}

/**
 * Where a request's session starts.
 *
 * @param bookmark In D1's format.
 */
export function toSessionStart(request: Request, bookmark: string | undefined): SessionStart {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // The primary has seen every bookmark. A write must not be based on an outdated copy of its row.
  if (!isRead || prefersStrong(request.headers)) return 'first-primary';
  return bookmark ?? 'first-unconstrained';
}
