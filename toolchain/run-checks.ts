/** `npm run check`: types, lint and format, unused code. All of them run, so that one round shows everything. */
import { join } from 'node:path';
import { runChild } from './run-child.ts';

const root = join(import.meta.dirname, '..');

const CHECKS = [
  { name: 'types', command: ['typescript/bin/tsc', '-b'] },
  { name: 'lint and format', command: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'unused code', command: ['knip/bin/knip.js', '--no-progress'] },
];

const failed: string[] = [];
const lines: string[] = [];
for (const { name, command } of CHECKS) {
  const [file = '', ...args] = command;
  const startedAtMs = Date.now();
  const code = await runChild(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root });
  // A person's Ctrl-C ended it: the rest is not wanted either.
  if (code >= 128) process.exit(code);
  if (code !== 0) failed.push(name);
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  lines.push(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
}
console.log(lines.join('\n'));
process.exitCode = failed.length === 0 ? 0 : 1;
