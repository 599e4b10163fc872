import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { toEmailAddress } from '../../schema/model/email-address.ts';
import type { DevelopmentUser, Users } from './users.ts';

/** Shows the users on `GET`, and signs in the chosen one on `POST`. */
export async function answerSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  users: Users,
): Promise<void> {
  // Throws if the browser does not have the cookie of this sign-in, so other pages cannot post here.
  const interaction = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(page(users.list(), String(interaction.params.client_id)));
    return;
  }
  const email = toEmailAddress(new URLSearchParams(await text(request)).get('email') ?? '');
  if (email === undefined) {
    response.writeHead(303, { location: request.url ?? '/' }).end();
    return;
  }
  const user = await users.ensure(email);
  await provider.interactionFinished(request, response, { login: { accountId: user.subject } });
}

function page(users: readonly DevelopmentUser[], client: string): string {
  const choices = users.map(
    ({
      email,
      name,
      roles,
    }) => `<form method="post"><input type="hidden" name="email" value="${escapeHtml(email)}">
      <button>${escapeHtml(name)} <small>${escapeHtml([email, ...roles].join(' · '))}</small></button></form>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in to Freehold</title>
<meta name="viewport" content="width=device-width"><style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto; padding: 0 1rem; color: #1a2420 }
  button, input { font: inherit; width: 100%; padding: .6rem .8rem; margin: .25rem 0; box-sizing: border-box;
    border: 1px solid #b9c4bf; border-radius: .4rem; background: #fff; text-align: left }
  button:hover, button:focus { border-color: #1d6b4f } small { display: block; color: #5b6a64 }
</style></head><body><h1>Who are you?</h1>
<p>Development sign-in for ${escapeHtml(client)}. No password is needed: it is only reachable on this machine.</p>
${choices.join('\n')}
<form method="post"><label>Another person<input name="email" type="email" required
  placeholder="name@firm.example"></label><button>Sign in</button></form></body></html>`;
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
