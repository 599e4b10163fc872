/** `previousHash` of the first seal. */
export const noSealHash = '0'.repeat(64);

/** Maximum number of events per seal. */
export const sealEventsMax = 500;
