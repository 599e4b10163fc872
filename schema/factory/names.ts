/** Name of the Pulumi project, which is also the namespace of its configuration. */
export const projectName = 'factory';

/** Name of the platform's stack. An account's stack is named after the account's id. */
export const platformStackName = 'platform';

/**
 * Name of a stack's database, bucket and Worker in Cloudflare. It contains the account's id and never the firm's name,
 * because resource names are stored outside the jurisdiction of the data.
 *
 * @param stack Name of the stack: an account id, or `platform`.
 */
export function physicalName(stack: string): string {
  return `fh-${stack}`;
}

/** Host of an account's own Worker in the accounts' zone. */
export function accountHost(accountId: string, accountsZone: string): string {
  return `${accountId}.${accountsZone}`;
}

/** Host of a firm's account for its users, in the public zone. */
export function firmHost(slug: string, zone: string): string {
  return `${slug}.${zone}`;
}

/** The route with which the platform serves every firm of the public zone, as a Cloudflare pattern. */
export function firmsRoute(zone: string): string {
  return `*.${zone}/*`;
}

/** Length of a release's name in hex digits. */
export const releaseNameLength = 16;

/** Pattern of a release's name. */
export const releaseNamePattern = /^[0-9a-f]{16}$/;

/** Whether a text is formatted as a release's name. */
export function isReleaseName(text: string): boolean {
  return releaseNamePattern.test(text);
}

/** Name of a release: the first digits of the sha256, in hex, of its contents. */
export function releaseName(sha256: string): string {
  return sha256.slice(0, releaseNameLength);
}
