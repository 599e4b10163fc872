/** A progress report of a step that takes minutes. */
export interface ToolchainProgress {
  readonly phase: 'waiting' | 'installing' | 'downloading' | 'compiling';
  readonly detail: string;
  readonly elapsedMs: number;
}

/** Called often; the receiver decides how often to print. */
export type OnProgress = (progress: ToolchainProgress) => void;

/** Minimum interval between two printed lines of a phase, to keep a log of six minutes readable. */
const PRINT_EVERY_MS = 5_000;

/**
 * Prints progress, at most one line every five seconds per phase.
 *
 * @param write Receives one line without its end.
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
