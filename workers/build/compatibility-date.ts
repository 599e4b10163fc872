/** The compatibility date of all Workers. Raise it with the `workerd` pin, after running all tests. */
export const COMPATIBILITY_DATE = '2026-07-28';
