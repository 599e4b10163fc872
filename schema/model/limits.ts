/**
 * Requests that one user may send to an account. Cloudflare counts per location, so a user whose requests arrive at two
 * locations may send twice as many. It supports periods of 10 and 60 seconds; 10 lets a caller retry sooner.
 */
export const rateLimit = {
  requestsMax: 200,
  periodSeconds: 10,
} as const;

/**
 * Requests to the platform's own API: per person, and per address for all its users together, which is counted before a
 * token is verified. Counted as in `rateLimit`.
 */
export const platformRateLimits = {
  person: { requestsMax: 300, periodSeconds: 10 },
  address: { requestsMax: 1_000, periodSeconds: 10 },
} as const;

/** Every size limit of the schema and the Workers, with the platform limit that it stays below. */
export const limits = {
  /** JSON body of one request. D1 refuses rows above 2 000 000 bytes. */
  requestBodyBytesMax: 1_000_000,
  /** Serialized body of one row, tracking fields included, in UTF-8 bytes; 100 000 below D1's limit. */
  rowBytesMax: 1_900_000,
  /** Bytes of one document sent in one request. Cloudflare refuses request bodies above 100 MB on most plans. */
  documentBytesMax: 100_000_000,
  /**
   * Bytes of one document uploaded in parts. The Worker reads it again to hash it, at about 400 MB per second of the
   * 30 seconds that Cloudflare gives a request.
   */
  documentUploadBytesMax: 2_000_000_000,
  /** Bytes of every part except the last. R2 requires parts of equal size, at least 5 MiB. */
  documentPartBytes: 16_777_216,
  /** Open multipart uploads per document. */
  documentUploadsOpenMax: 10,
  /** Lifetime of a multipart upload in milliseconds: three days. R2 aborts uploads after seven. */
  documentUploadLifetimeMs: 259_200_000,
  /** Earlier contents of a document that its row lists; the list of versions has them all. */
  documentVersionsMax: 100,
  /** Time until a response begins, in milliseconds: the time limit of a D1 transaction. */
  requestTimeoutMs: 30_000,
  /** Open event streams of one person in one isolate of the platform. */
  eventStreamsMax: 10,
  /** Lifetime of an event stream in milliseconds: a quarter of an hour, or as long as its token. The client reconnects. */
  eventStreamLifetimeMs: 900_000,
  listLimitDefault: 50,
  listLimitMax: 200,
  /** Rows that `count=exact` counts; for more, the list only says that there are more. */
  countRowsMax: 10_000,
  /** Filters in one list. */
  listFiltersMax: 8,
  /** Values of one `in` filter. D1 binds at most 100 parameters. */
  inValuesMax: 50,
  /**
   * Cost of one list: rows of a page × (values that its filters compare + fields that it shows). A full page of any
   * table with one full `in` filter stays below it.
   */
  listCostMax: 20_000,
  /** Characters of one filter value. */
  filterValueLengthMax: 254,
  /** Characters of one search. */
  searchLengthMax: 200,
  searchLimitDefault: 20,
  searchLimitMax: 50,
  /** A cursor contains the value of each sort field, which may be any text. */
  cursorLengthMax: 2_048,
  bookmarkLengthMax: 128,
  idempotencyKeyLengthMax: 255,
  /** How long the response to an idempotent create is replayed, in milliseconds: one day. */
  idempotencyKeyLifetimeMs: 86_400_000,
} as const;
