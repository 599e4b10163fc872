/** The workerd behaviour that the bundles are written, tested and deployed for. Raise it with the `workerd` pin, after a run of all tests. */
export const COMPATIBILITY_DATE = '2026-07-28';
