/** A Worker bundle as the release has it. */
export interface Bundle {
  /** Absolute path of the ES module. */
  readonly path: string;
  /** sha256 of the file in hex: what a change is noticed by. */
  readonly sha256: string;
}

/** The name of the release that a bundle is: the first 16 hex digits of its sha256. */
export function releaseOf(bundle: Bundle): string {
  return bundle.sha256.slice(0, 16);
}
