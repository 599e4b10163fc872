/** Header in which a counting Worker tells how many times it asked D1. */
export const ROUND_TRIPS_HEADER = 'x-test-d1-round-trips';

/** Header by which a test makes every call to D1 fail with this message. */
export const D1_ERROR_HEADER = 'x-test-d1-error';
