import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { releaseName } from '../../schema/factory/names.ts';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex'));

const migration = v.strictObject({
  /** File name without `.sql`. */
  name: v.pipe(v.string(), v.regex(/^\d{4}_[a-z0-9_]+$/, 'must be named like 0002_add_notes')),
  sha256,
});

/** One of the two Workers: its code, and the schema of its database. */
const tier = v.strictObject({ bundleSha256: sha256, migrations: v.array(migration) });

/** All that a release consists of. Its digest names the release, so nothing here depends on a machine or a time. */
const contents = v.strictObject({
  account: tier,
  platform: tier,
  /** sha256 of the Pulumi program that declares both stacks. */
  programSha256: sha256,
  /** How the Workers are run. */
  settings: v.strictObject({
    compatibilityDate: v.pipe(v.string(), v.isoDate()),
    compatibilityFlags: v.array(v.string()),
  }),
});

/** What a release consists of. */
export type ReleaseContents = v.InferOutput<typeof contents>;
export type ReleaseTier = 'account' | 'platform';

/** The file `manifest.json` of a release. */
export const releaseManifest = v.strictObject({
  /** Raised when an older Freehold could not run the release. */
  format: v.literal(1),
  name: v.string(),
  /** ISO instant. Not part of the digest: the same sources are the same release whenever it is made. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  contents,
});

/** A release's own description of itself. */
export type ReleaseManifest = v.InferOutput<typeof releaseManifest>;

/** The name of the release that has these contents: 16 hex digits of a digest over all of them. */
export function nameOfContents(value: ReleaseContents): string {
  const { account, platform, programSha256, settings } = value;
  // The order of the keys is written down here, so that a file that was edited in a harmless way has the same name.
  const ordered = [
    [account, platform].map(({ bundleSha256, migrations }) => [
      bundleSha256,
      migrations.map((file) => [file.name, file.sha256]),
    ]),
    programSha256,
    [settings.compatibilityDate, settings.compatibilityFlags],
  ];
  return releaseName(createHash('sha256').update(JSON.stringify(ordered)).digest('hex'));
}
