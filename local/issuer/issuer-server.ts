import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../system/loopback-server.ts';
import { answerDevelopmentToken } from './development-tokens.ts';
import { createProvider } from './provider.ts';
import { answerSignIn } from './sign-in-page.ts';
import { readSigningKey } from './signing-key.ts';
import { Users } from './users.ts';

/** Options of the sign-in server. */
export interface IssuerOptions {
  /** Folder of its key, users and sessions. */
  readonly directory: string;
  readonly port: number;
  /**
   * Name of the issuer, the `iss` of its tokens: a URL without port that stays the same when the port is another one.
   * Workers reach it by this name; people and the command line by its address.
   */
  readonly name: string;
  /** Secret for requesting development tokens. */
  readonly secret: string;
  readonly report: (error: unknown) => void;
}

/** The sign-in server of this machine: OpenID Connect on loopback, with development users. */
export async function serveIssuer(
  options: IssuerOptions,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const users = await Users.open(options.directory);
  const key = await readSigningKey(options.directory);
  // The address is known once the server listens, which is before the provider exists.
  const ready =
    Promise.withResolvers<(request: IncomingMessage, response: ServerResponse) => Promise<void>>();
  const server = createServer((request, response) => {
    ready.promise
      .then((handle) => handle(request, response))
      .catch((error: unknown) => {
        options.report(error);
        if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
        response.end('The sign-in has expired or is invalid. Start again from the page you came from.\n');
      });
  });
  const listening = await listenOnLoopback(server, options.port);
  const cookieKey = createHash('sha256').update(`cookies/${options.secret}`).digest('hex');
  const provider = createProvider(options.name, options.directory, key, users, cookieKey);
  const answerProvider = provider.callback();
  const tokens = { issuer: options.name, secret: options.secret, key, users };
  const hosts = [
    ...[`127.0.0.1:${listening.port}`, `localhost:${listening.port}`],
    // The egress of the Workers says this one. A browser cannot: it would add the port.
    new URL(options.name).host,
  ];
  ready.resolve(async (request, response) => {
    // A page of another site reaches this port under its own name when that name leads to 127.0.0.1 (DNS rebinding), and
    // would then be of the same origin as the sign-in page.
    if (!hosts.includes(request.headers.host ?? '')) {
      response.writeHead(421, { 'content-type': 'text/plain' });
      response.end(`This is the sign-in server of ${listening.origin}, and of no other host.\n`);
      return;
    }
    const { pathname } = new URL(request.url ?? '/', listening.origin);
    if (pathname === '/dev/tokens') return await answerDevelopmentToken(request, response, tokens);
    if (pathname.startsWith('/sign-in/')) return await answerSignIn(request, response, provider, users);
    await answerProvider(request, response);
  });
  return { url: listening.origin, stop: () => listening.close() };
}
