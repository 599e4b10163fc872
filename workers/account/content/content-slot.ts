/** How long after an upload its row may still be about to be written, in milliseconds. */
const COMMIT_MS_MAX = 60_000;

/**
 * Finds out on which condition an upload may write a key: that nothing is there, or that what is there is still what
 * an upload left behind that never reached its row.
 *
 * @returns undefined while another upload may be about to be committed.
 */
export async function findSlot(
  bucket: R2Bucket,
  key: string,
  nowMs: number,
): Promise<R2Conditional | undefined> {
  const present = await bucket.head(key);
  if (present === null) return NOTHING_THERE;
  if (present.uploaded.getTime() + COMMIT_MS_MAX > nowMs) return undefined;
  // The time is a condition besides the entity tag, since a repeated upload of the same bytes has the same tag.
  return { etagMatches: present.etag, uploadedBefore: new Date(present.uploaded.getTime() + 1) };
}

const NOTHING_THERE: R2Conditional = { etagDoesNotMatch: '*' };
