// The entry of every npm script: installs the packages, then runs the command on the Node among them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnPackagedNode } from './packaged-node.mjs';
import { ensurePackages } from './packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Command → file and first arguments, from the project folder. */
const COMMANDS = {
  start: ['cli/main.ts', 'dev'],
  test: ['toolchain/run-tests.ts'],
  check: ['toolchain/run-checks.ts'],
  bench: ['bench/main.ts'],
  'migration:new': ['schema/migrate/new.ts'],
  docs: ['workers/build/openapi/write.ts'],
};

const [command = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, command)) {
  console.error(`usage: node toolchain/launch.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`);
  process.exit(2);
}
try {
  // biome-ignore lint/style/noProcessEnv: the launcher passes the whole environment on
  const env = process.env;
  await ensurePackages(root, env, (line) => console.error(`freehold: ${line}`));
  const [file, ...first] = COMMANDS[command];
  await runOnPackagedNode(root, [join(root, file), ...first, ...args], env);
} catch (error) {
  console.error(`freehold: ${error.message}`);
  process.exitCode = 1;
}
