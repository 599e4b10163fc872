/** Path of one Worker script below the base URL. */
export function scriptPath(accountId: string, scriptName: string): string {
  return `/accounts/${encodeURIComponent(accountId)}/workers/scripts/${encodeURIComponent(scriptName)}`;
}
