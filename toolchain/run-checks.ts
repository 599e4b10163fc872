/**
 * `npm run check`: types, lint and format, walls between the rooms, unused code. All of them run even if one fails.
 * `npm run check -- walls` runs only the named ones.
 */
import { join } from 'node:path';
import { runChild } from './run-child.ts';

const root = join(import.meta.dirname, '..');

/** Name of each check → script and arguments, from the project's root. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  types: ['node_modules/typescript/bin/tsc', '-b'],
  lint: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  walls: ['toolchain/check-walls.ts'],
  unused: ['node_modules/knip/bin/knip.js', '--no-progress'],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(CHECKS, name));
if (unknown.length > 0) {
  console.error(`unknown check "${unknown.join('", "')}": use any of ${Object.keys(CHECKS).join(', ')}`);
  process.exit(2);
}

const failed: string[] = [];
const lines: string[] = [];
for (const [name, [file = '', ...args]] of Object.entries(CHECKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const startedAtMs = Date.now();
  const code = await runChild(process.execPath, [join(root, file), ...args], { cwd: root });
  // Ctrl-C ends all checks.
  if (code >= 128) process.exit(code);
  if (code !== 0) failed.push(name);
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  lines.push(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
}
console.log(lines.join('\n'));
process.exitCode = failed.length === 0 ? 0 : 1;
