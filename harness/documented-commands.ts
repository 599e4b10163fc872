import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { Factory } from './factory.ts';
import { projectRoot } from './project-root.ts';

/** A block of shell commands in a document. */
export interface ShellBlock {
  /** Path of the document from the project's root. */
  readonly document: string;
  /** Line of its first command, from 1. */
  readonly line: number;
  readonly commands: string;
  /** Whether it is marked to be run: its fence is `sh run`. */
  readonly isRun: boolean;
}

/** A block that was run, and what its commands wrote. */
export interface RunBlock extends ShellBlock {
  readonly stdout: string;
  readonly stderr: string;
}

/** The shell blocks of a document, in their order. */
export function shellBlocks(document: string): readonly ShellBlock[] {
  const text = readFileSync(join(projectRoot, document), 'utf8');
  return [...text.matchAll(/^```sh( run)?\n(.*?)^```$/gms)].map(({ index, 1: mark, 2: commands = '' }) => ({
    document,
    line: text.slice(0, index).split('\n').length + 1,
    commands,
    isRun: mark !== undefined,
  }));
}

/**
 * Runs the marked blocks of documents as a reader does: as printed, one after the other in one shell in the project's
 * folder. A refused request counts as a failure, though curl itself is content with it.
 *
 * @throws for the first block in which a command fails, with the block and what it wrote.
 */
export async function runDocuments(
  factory: Factory,
  documents: readonly string[],
): Promise<readonly RunBlock[]> {
  const blocks = documents.flatMap(shellBlocks).filter(({ isRun }) => isRun);
  const folder = mkdtempSync(join(tmpdir(), 'freehold-documents-'));
  const outputOf = (index: number, stream: 'out' | 'err') => join(folder, `${index}.${stream}`);
  try {
    writeFileSync(join(folder, '.curlrc'), 'fail-with-body\nsilent\nshow-error\n');
    const script = blocks.map(({ commands }, index) =>
      [`exec </dev/null >'${outputOf(index, 'out')}' 2>'${outputOf(index, 'err')}'`, commands].join('\n'),
    );
    const { exitCode, stderr } = await runCommand('bash', ['-euo', 'pipefail', '-c', script.join('\n')], {
      cwd: projectRoot,
      env: { ...factory.environment, CURL_HOME: folder, TMPDIR: folder },
    });
    const run = blocks
      .filter((_, index) => existsSync(outputOf(index, 'err')))
      .map((block, index) => ({
        ...block,
        stdout: readFileSync(outputOf(index, 'out'), 'utf8'),
        stderr: readFileSync(outputOf(index, 'err'), 'utf8'),
      }));
    const last = run.at(-1);
    if (exitCode !== 0 || last === undefined)
      throw new Error(
        `${last?.document}:${last?.line} ended with ${exitCode}: ${stderr}${last?.stdout}\n${last?.stderr}`,
      );
    return run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The JSON values that commands wrote one after the other; what stands around them is skipped. */
export function jsonIn({ stdout }: RunBlock): readonly Record<string, unknown>[] {
  const input = stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1);
  return JSON.parse(execFileSync('jq', ['--slurp', '.'], { input, encoding: 'utf8' }));
}
