import type { FreeholdHome } from '../../system/home/home.ts';
import { describeFailure } from '../client/failure.ts';
import { type FirstAccountArgs, welcomeFirstAccount } from './first-account.ts';
import { describeNextSteps } from './what-next.ts';

/** Shows the factory that has just started: its first firm, and what to try next. */
export async function welcome(
  args: FirstAccountArgs,
  home: FreeholdHome,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { endpoints, output, signal } = args;
  const account = await welcomeFirstAccount(args).catch((error: unknown) => {
    const failure = describeFailure(error);
    if (failure === undefined && !signal.aborted) throw error;
    if (!signal.aborted) output.write(`${failure}\n`);
    return undefined;
  });
  if (!signal.aborted) output.write(describeNextSteps(endpoints, account, home, env));
}
