// RFC 9110 §7.6.1: these describe one connection, so a proxy must not forward them. `Expect: 100-continue` is answered
// where the caller's connection ends: a second response from the server behind it would end the proxy's request.
const always = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Headers that a proxy removes from the messages that it forwards, in lower case.
 *
 * @param connection Value of the message's `Connection`, which may name further headers. Malformed names are ignored.
 */
export function hopByHopHeaders(connection: string | null | undefined): ReadonlySet<string> {
  const named = (connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return new Set([...always, ...named.filter((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name))]);
}
