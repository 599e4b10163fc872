/** The address of a request for one account's API. */
export interface AccountAddress {
  readonly slug: string;
  /** Path at the account's Worker, beginning with `/`. */
  readonly path: string;
  /** The part of the public path before `path`: `/a/<slug>`, or empty when the host names the account. */
  readonly prefix: string;
}

/**
 * Finds the account that a URL addresses, by host (`<slug>.<zone>`) or by path (`/a/<slug>/…`).
 *
 * The slug is not checked: it need not exist or be well formed.
 *
 * @param zone Host name of the public zone, without a port.
 * @returns Undefined when the request is for the platform itself.
 */
export function findAccountAddress(url: URL, zone: string): AccountAddress | undefined {
  const host = url.hostname.toLowerCase();
  const suffix = `.${zone.toLowerCase()}`;
  if (host.endsWith(suffix)) return { slug: host.slice(0, -suffix.length), path: url.pathname, prefix: '' };

  const match = /^\/a\/([^/]+)(\/.*)?$/.exec(url.pathname);
  if (!match?.[1]) return undefined;
  return { slug: match[1], path: match[2] ?? '/', prefix: `/a/${match[1]}` };
}
