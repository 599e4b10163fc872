/** Why a release cannot be used. */
export type ReleaseFailure =
  /** The release does not exist. */
  | { readonly kind: 'release_missing'; readonly name: string; readonly folder: string }
  /** A file of the release is missing, unreadable or changed. */
  | {
      readonly kind: 'release_damaged';
      readonly name: string;
      readonly file: string;
      readonly reason: string;
    };

const repair =
  '`freehold release create` makes it again from the same sources, `freehold release list` shows the others';

/** A sentence for the operator: what is wrong, and what to do. */
export function describeReleaseFailure(failure: ReleaseFailure): string {
  switch (failure.kind) {
    case 'release_missing':
      return `there is no release ${failure.name} in ${failure.folder}: ${repair}`;
    case 'release_damaged':
      return `release ${failure.name} is damaged, ${failure.file} ${failure.reason}: ${repair}`;
  }
}
