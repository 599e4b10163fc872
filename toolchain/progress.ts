/** One thing that toolchain reports while it makes something that takes minutes. */
export interface ToolchainProgress {
  readonly phase: 'waiting' | 'installing' | 'downloading' | 'compiling';
  readonly detail: string;
  readonly elapsedMs: number;
}

/** Told often; whoever shows it decides how often to print. */
export type OnProgress = (progress: ToolchainProgress) => void;

/** Between two printed lines of the same phase, so that a log of six minutes stays readable. */
const PRINT_EVERY_MS = 5_000;

/**
 * Turns progress into lines, at most one every five seconds per phase.
 *
 * @param write Takes one line without its end.
 */
export function printProgress(write: (line: string) => void): OnProgress {
  let phase: string | undefined;
  let printedAtMs = 0;
  return (progress) => {
    if (progress.phase === phase && progress.elapsedMs - printedAtMs < PRINT_EVERY_MS) return;
    phase = progress.phase;
    printedAtMs = progress.elapsedMs;
    write(`pulumi: ${progress.detail} (${(progress.elapsedMs / 1000).toFixed(0)} s)`);
  };
}
