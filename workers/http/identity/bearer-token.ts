/** The token of `Authorization: Bearer …` (RFC 6750); undefined when there is none, or the header is malformed. */
export function readBearerToken(headers: Headers): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(headers.get('authorization') ?? '')?.[1];
}
