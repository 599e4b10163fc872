/** A Worker bundle as the release has it. */
export interface Bundle {
  /** Absolute path of the ES module. */
  readonly path: string;
  /** sha256 of the file in hex: a change of it is what uploads the file. */
  readonly sha256: string;
}
