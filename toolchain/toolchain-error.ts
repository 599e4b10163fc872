/** A missing toolchain. The message names what to install or to set. */
export class ToolchainError extends Error {
  override readonly name = 'ToolchainError';
}
