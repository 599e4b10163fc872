/** The examples of a command, for the end of its help. */
export function examples(...lines: readonly [string, ...string[]]): string {
  const title = lines.length === 1 ? 'Example' : 'Examples';
  return `\n${title}:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
