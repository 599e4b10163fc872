/** What the first seal names as the hash of the one before it. */
export const noSealHash = '0'.repeat(64);

/** Events under one seal at most. */
export const sealEventsMax = 500;
