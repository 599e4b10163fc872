/** `npm test`: gets a Pulumi, runs Vitest with the given arguments and ends with the number of tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { printProgress } from './progress.ts';
import { ensurePulumi } from './pulumi.ts';
import { runChild } from './run-child.ts';
import { formatTally, readTally } from './test-tally.ts';
import { ToolchainError } from './toolchain-error.ts';

// biome-ignore lint/style/noProcessEnv: the test run gets the whole environment of the person
const env = process.env;
const root = join(import.meta.dirname, '..');

try {
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ToolchainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function runTests(args: readonly string[]): Promise<number> {
  // Ctrl-C before Vitest runs must also end a running build.
  const leave = () => process.exit(130);
  process.once('SIGINT', leave).once('SIGTERM', leave);
  const pulumi = await ensurePulumi({ env, onProgress: printProgress((line) => console.error(line)) });
  process.off('SIGINT', leave).off('SIGTERM', leave);

  const folder = mkdtempSync(join(tmpdir(), 'freehold-test-run-'));
  const resultFile = join(folder, 'result.json');
  try {
    const reporters = args.some((arg) => arg.startsWith('--reporter')) ? [] : ['--reporter=default'];
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const exitCode = await runChild(
      process.execPath,
      [vitest, 'run', ...reporters, '--reporter=json', `--outputFile.json=${resultFile}`, ...args],
      {
        cwd: root,
        env: {
          ...env,
          FREEHOLD_PULUMI_PATH: pulumi.path,
          PATH: [env.PATH, dirname(pulumi.path)].join(delimiter),
        },
      },
    );
    const tally = readTally(resultFile);
    console.log(tally === undefined ? '0 passed, 0 failed (no test ran)' : formatTally(tally));
    return tally === undefined && exitCode === 0 ? 1 : exitCode;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
