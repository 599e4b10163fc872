/** Header in which a counting Worker tells how many times it asked D1. */
export const ROUND_TRIPS_HEADER = 'x-test-d1-round-trips';

/** Header by which a test makes every call to D1 fail with this message. */
export const D1_ERROR_HEADER = 'x-test-d1-error';

/** The first call that fails so, counted from 1. Default 1. */
export const D1_ERROR_FROM_HEADER = 'x-test-d1-error-from';

/** How many calls fail so, counted from that one. Default: all. */
export const D1_ERRORS_HEADER = 'x-test-d1-errors';

/** Makes the calls that fail take effect first: only their answer is lost. */
export const D1_LOST_ANSWER_HEADER = 'x-test-d1-lost-answer';

/** Makes every call to D1 take so much longer, in milliseconds. */
export const D1_DELAY_HEADER = 'x-test-d1-delay-ms';

/** Header in which a counting Worker tells where the session with D1 started. */
export const D1_SESSION_HEADER = 'x-test-d1-session';
