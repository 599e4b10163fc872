import * as v from 'valibot';
import { atMost, instant, line, sha256, text } from '../model/fields.ts';
import { releaseNameLength, releaseNamePattern } from './names.ts';

/** Name of a release, which its contents determine; see `releaseName()`. */
function contentName() {
  return v.pipe(
    v.string(),
    atMost(releaseNameLength),
    v.regex(releaseNamePattern, `must be the first ${releaseNameLength} hex digits of a sha256`),
  );
}

/** Longest note, in characters. */
const noteLengthMax = 4_000;

/** The parts of a report that the name stands for: another report under the same name must have the same. */
export const releaseContents = v.strictObject({
  accountBundleSha256: sha256(),
  platformBundleSha256: sha256(),
  /** Name of the newest migration of the accounts' databases, such as `0012_keep_standing`. */
  accountMigration: line(120),
  /** The same for the platform's database. */
  platformMigration: line(120),
});

/** The service's report of a release that was made. Repeating a report changes nothing. */
export const releaseMessage = v.strictObject({
  name: contentName(),
  ...releaseContents.entries,
  /** When the release was made. */
  madeAt: instant(),
  /** Why it was made, for operators. */
  note: v.optional(text(noteLengthMax)),
});
export type ReleaseMessage = v.InferOutput<typeof releaseMessage>;

/** Path of a release at the platform. */
export function releasePath(name: string): string {
  return `/internal/v1/releases/${name}`;
}
