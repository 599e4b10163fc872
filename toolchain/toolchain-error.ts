/** Why this machine has no toolchain, in words that name what to install or to set. */
export class ToolchainError extends Error {
  override readonly name = 'ToolchainError';
}
