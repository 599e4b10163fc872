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

/** The fields of a report that the name determines: another report with the same name must have the same values. */
export const releaseContents = v.strictObject({
  accountBundleSha256: sha256(),
  platformBundleSha256: sha256(),
  /** Name of the newest migration of the accounts' databases, such as `0012_keep_standing`. */
  accountMigration: line(120),
  /** Name of the newest migration of the platform's database. */
  platformMigration: line(120),
});

/** The service's report of a created release. Repeating a report changes nothing. */
export const releaseMessage = v.strictObject({
  name: contentName(),
  ...releaseContents.entries,
  /** When the release was created. */
  madeAt: instant(),
  /** Note of the person who created it, for operators. */
  note: v.optional(text(noteLengthMax)),
});
export type ReleaseMessage = v.InferOutput<typeof releaseMessage>;

/** Path of a release at the platform. */
export function releasePath(name: string): string {
  return `/internal/v1/releases/${name}`;
}
