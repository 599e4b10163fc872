import { releaseName } from '../schema/factory/names.ts';

/** A Worker bundle as the release has it. */
export interface Bundle {
  /** Absolute path of the ES module. */
  readonly path: string;
  /** sha256 of the file in hex: what a change is noticed by. */
  readonly sha256: string;
}

/** The name of the release that a bundle is. */
export function releaseOf(bundle: Bundle): string {
  return releaseName(bundle.sha256);
}
