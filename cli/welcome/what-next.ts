import type { Endpoints } from '../../system/home/endpoints.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import type { ShownAccount } from '../client/platform.ts';
import { FIRST_PERSON } from './first-account.ts';

/**
 * What to try with a running factory: its addresses, and commands that can be copied as they are.
 *
 * @param home Named in the commands unless it is the usual one.
 * @param account The first firm; undefined when it cannot be called.
 */
export function describeNextSteps(
  endpoints: Endpoints,
  account: ShownAccount | undefined,
  home: FreeholdHome,
  env: NodeJS.ProcessEnv,
): string {
  const freehold = env.FREEHOLD_HOME ? `FREEHOLD_HOME='${home.root}' npx freehold` : 'npx freehold';
  const lines = [
    '',
    `  platform          ${endpoints.platform}`,
    `  sign-in server    ${endpoints.issuer}`,
    `  Cloudflare's API  ${endpoints.cloudflareApi}`,
    `  state and logs    ${home.root}`,
    '',
    'Try next, in another terminal:',
  ];
  if (account !== undefined) {
    lines.push(
      `  curl -H "authorization: Bearer $(${freehold} token --email ${FIRST_PERSON} --account ${account.slug})" \\`,
      `    ${endpoints.edge}/a/${account.slug}/v1/clients`,
      `  ${freehold} account create "Mill Brook Legal" --slug millbrook --owner kim@millbrook.example`,
      `  ${freehold} account list`,
      `  eval "$(${freehold} env)" && pulumi preview -s ${account.id}`,
    );
  } else {
    lines.push(`  ${freehold} account list`);
  }
  lines.push(
    `  ${freehold} doctor`,
    '',
    'Ctrl-C stops the factory; the next start finds it as you leave it.',
    '',
  );
  return lines.join('\n');
}
