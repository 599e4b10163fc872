#!/usr/bin/env node
// Runs the command line on the Node of the packages, whatever Node the shell has.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnPackagedNode } from '../toolchain/packaged-node.mjs';
import { ensurePackages } from '../toolchain/packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  // biome-ignore lint/style/noProcessEnv: the launcher passes the whole environment on
  const env = process.env;
  await ensurePackages(root, env, (line) => console.error(`freehold: ${line}`));
  await runOnPackagedNode(root, [join(root, 'cli/main.ts'), ...process.argv.slice(2)], env);
} catch (error) {
  console.error(`freehold: ${error.message}`);
  process.exitCode = 1;
}
