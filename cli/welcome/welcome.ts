import type { FreeholdHome } from '../../system/home/home.ts';
import { type FirstAccountArgs, isExpected, welcomeFirstAccount } from './first-account.ts';
import { describeNextSteps } from './what-next.ts';

/** Shows a person the factory that has just started: its first firm, and what can be done with it. */
export async function welcome(
  args: FirstAccountArgs,
  home: FreeholdHome,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { endpoints, output, signal } = args;
  const account = await welcomeFirstAccount(args).catch((error: unknown) => {
    if (!isExpected(error)) throw error;
    if (!signal.aborted) output.write(`${error.message}\n`);
    return undefined;
  });
  if (!signal.aborted) output.write(describeNextSteps(endpoints, account, home, env));
}
