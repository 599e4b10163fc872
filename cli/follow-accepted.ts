import { Option } from 'commander';
import type { PlatformClient } from '../clients/typescript/client.ts';
import { hasEnded } from '../schema/factory/operation-states.ts';
import { followOperation } from './client/follow-operation.ts';
import { formatResult } from './client/format-operation.ts';
import { type AcceptedOperation, findAccount, type ShownOperation } from './client/platform.ts';
import { CommandFailure, Interrupted } from './command-failure.ts';
import { type CliContext, print } from './context.ts';

/** How a command shows the operation that it starts. */
export interface FollowOptions {
  readonly wait: boolean;
  readonly json?: boolean;
}

export const jsonOption = () => new Option('--json', 'print JSON for scripts');
export const waitOption = () =>
  new Option('--no-wait', 'return when the operation is accepted, without waiting for its end');

/**
 * Waits until an operation is accepted, and shows it to its end unless `wait` is false.
 *
 * @throws {CommandFailure} with the reason when it did not succeed.
 */
export async function followAccepted(
  context: CliContext,
  platform: PlatformClient,
  asking: Promise<AcceptedOperation>,
  { wait, json }: FollowOptions,
): Promise<AcceptedOperation> {
  const accepted = await orInterrupted(context, asking);
  const { account, operation } = accepted;
  if (!wait) {
    const state = `${account.slug} (${account.id}): ${operation.kind} ${operation.status}`;
    print(context, json, accepted, () => `${state}. Watch it with: freehold operation watch ${operation.id}`);
    return accepted;
  }
  const ended = await followToEnd(context, platform, accepted, json);
  const now = (await findAccount(platform, account.id)) ?? account;
  print(context, json, { account: now, operation: ended }, () => formatResult(ended));
  requireSuccess(ended, account.slug);
  return accepted;
}

/**
 * Waits until an operation is accepted, and shows it to its end. With `json` it prints nothing, because the command prints
 * the operation after this one.
 */
export async function followToSuccess(
  context: CliContext,
  platform: PlatformClient,
  asking: Promise<AcceptedOperation>,
  json: boolean | undefined,
): Promise<void> {
  const accepted = await orInterrupted(context, asking);
  const ended = await followToEnd(context, platform, accepted, json);
  if (!json) context.stdout.write(`${formatResult(ended)}\n`);
  requireSuccess(ended, accepted.account.slug);
}

async function followToEnd(
  context: CliContext,
  platform: PlatformClient,
  { account, operation }: AcceptedOperation,
  json: boolean | undefined,
): Promise<ShownOperation> {
  return context.untilInterrupted(async (signal) => {
    if (!json) context.stdout.write(`${operation.kind} ${account.slug} (${account.id}), ${operation.id}\n`);
    if (hasEnded(operation.status)) return operation;
    const quiet = { write: () => true };
    return followOperation(platform, operation.id, json ? quiet : context.stdout, signal);
  });
}

/** @throws {Interrupted} at Ctrl-C, when no one knows whether the request has arrived. */
function orInterrupted(context: CliContext, asking: Promise<AcceptedOperation>): Promise<AcceptedOperation> {
  return context.untilInterrupted((signal) => {
    const interrupted = new Promise<never>((_, reject) => {
      const end = (): void =>
        reject(
          new Interrupted(
            'the request was sent and its answer is not known: freehold operation list shows whether it was accepted',
          ),
        );
      signal.addEventListener('abort', end, { once: true });
    });
    return Promise.race([asking, interrupted]);
  });
}

function requireSuccess(ended: ShownOperation, slug: string): void {
  if (ended.status !== 'succeeded') {
    throw new CommandFailure(
      `${ended.kind} of ${slug} ${ended.status}: ${ended.reason ?? 'no reason given'}`,
    );
  }
}
