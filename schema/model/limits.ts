/**
 * How much one user may ask of an account. Cloudflare counts in each of its locations, so that a user who comes in by
 * two of them may ask twice as much; it takes periods of 10 and 60 seconds, and the shorter one is over sooner.
 */
export const rateLimit = {
  requestsMax: 200,
  periodSeconds: 10,
} as const;

/** Every size the schema and the Workers hold callers to, each with the limit of the platform that it keeps clear of. */
export const limits = {
  /** JSON body of one request. D1 refuses a row above 2 000 000 bytes. */
  requestBodyBytesMax: 1_000_000,
  /** Serialized body of one row, tracking fields included, in UTF-8 bytes; 100 000 below D1's limit. */
  rowBytesMax: 1_900_000,
  /** Bytes of one document sent in one request. Cloudflare refuses request bodies above 100 MB on most plans. */
  documentBytesMax: 100_000_000,
  /**
   * Bytes of one document sent in parts. Its Worker reads it once more to hash it, at some 400 MB for each second of
   * the 30 that Cloudflare gives a request.
   */
  documentUploadBytesMax: 2_000_000_000,
  /** Bytes of every part but the last: one size, as R2 wants it, at least 5 MiB and far from any body limit. */
  documentPartBytes: 16_777_216,
  /** Uploads in parts of one document that are under way at one time. */
  documentUploadsOpenMax: 10,
  /** How long an upload in parts may take, in milliseconds: three days. R2 itself forgets one after seven. */
  documentUploadLifetimeMs: 259_200_000,
  /** Earlier contents of a document that its row remembers; its list of versions has them all. */
  documentVersionsMax: 100,
  /** How long a request may take until its answer begins, in milliseconds: as long as D1 gives one transaction. */
  requestTimeoutMs: 30_000,
  listLimitDefault: 50,
  listLimitMax: 200,
  /** Rows that `count=exact` counts; beyond them a list says that there are more. */
  countRowsMax: 10_000,
  /** Filters in one list. */
  listFiltersMax: 8,
  /** Values of one `in` filter. D1 binds at most 100 parameters. */
  inValuesMax: 50,
  /**
   * What one list may cost: rows of a page × (values its filters compare + fields it shows). A full page of any
   * table with one full `in` filter is within it.
   */
  listCostMax: 20_000,
  /** Characters of one filter value. */
  filterValueLengthMax: 254,
  /** Characters of one search. */
  searchLengthMax: 200,
  searchLimitDefault: 20,
  searchLimitMax: 50,
  /** A cursor holds the value of each field that its list is sorted by, whatever stands in them. */
  cursorLengthMax: 2_048,
  bookmarkLengthMax: 128,
  idempotencyKeyLengthMax: 255,
  /** How long the answer to an idempotent create is replayed, in milliseconds: one day. */
  idempotencyKeyLifetimeMs: 86_400_000,
} as const;
