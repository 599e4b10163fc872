/** Header with a counting Worker's number of round trips to D1. */
export const ROUND_TRIPS_HEADER = 'x-test-d1-round-trips';

/** Header that makes every call to D1 fail with this message. */
export const D1_ERROR_HEADER = 'x-test-d1-error';

/** The first call to fail, counted from 1. Default 1. */
export const D1_ERROR_FROM_HEADER = 'x-test-d1-error-from';

/** How many calls fail, counted from that one. Default: all. */
export const D1_ERRORS_HEADER = 'x-test-d1-errors';

/** Lets the failing calls take effect first: only their response is lost. */
export const D1_LOST_ANSWER_HEADER = 'x-test-d1-lost-answer';

/** Delays every call to D1 by this time, in milliseconds. */
export const D1_DELAY_HEADER = 'x-test-d1-delay-ms';

/** Header in which a counting Worker reports where its D1 session started. */
export const D1_SESSION_HEADER = 'x-test-d1-session';
