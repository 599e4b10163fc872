/** A text as one word of a POSIX shell, whatever characters it has. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
