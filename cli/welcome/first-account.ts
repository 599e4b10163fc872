import { createAccountClient, type PlatformClient } from '../../clients/typescript/client.ts';
import { ok } from '../../clients/typescript/problem.ts';
import { mayStart } from '../../schema/factory/account-transitions.ts';
import { accountAudience } from '../../schema/factory/bindings.ts';
import { operationKinds, signUpKind } from '../../schema/factory/operation-kinds.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import { formatDuration } from '../../system/duration.ts';
import type { Endpoints } from '../../system/home/endpoints.ts';
import type { Secrets } from '../../system/home/secrets.ts';
import type { Output } from '../../system/output.ts';
import { createTokenSource, issueToken } from '../client/access-tokens.ts';
import { send } from '../client/failure.ts';
import { followOperation } from '../client/follow-operation.ts';
import { formatOutcome } from '../client/format-operation.ts';
import {
  findAccount,
  listLastOperations,
  type ShownAccount,
  type ShownOperation,
  startOperation,
} from '../client/platform.ts';
import { connect } from '../connect.ts';

/** The firm that signs up on the first start. */
export const FIRST_FIRM = { name: 'Harbour Vale Wealth', slug: 'harbourvale' } as const;

/** The person who signs it up, and so becomes its first administrator. */
export const FIRST_PERSON = 'ada@harbourvale.example';

const FIRST_CLIENT = {
  reference: 'HV-00001',
  status: 'active',
  title: 'Mrs',
  firstName: 'Margaret',
  lastName: 'Holloway',
  dateOfBirth: '1951-06-14',
} as const;

/** What the sign-up of the first firm needs. */
export interface FirstAccountArgs {
  readonly endpoints: Endpoints;
  readonly secrets: Secrets;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/**
 * Signs the first firm up as any person would, over the platform's public API, shows each step as it happens, and makes
 * the first calls to the firm's own API. On a later start the firm exists already, or its set-up is completed.
 *
 * @returns The account when it is active; otherwise undefined, and the output says why.
 */
export async function welcomeFirstAccount(args: FirstAccountArgs): Promise<ShownAccount | undefined> {
  const { endpoints, output, signal } = args;
  const platform = connect(args, { email: FIRST_PERSON });
  const existing = await findAccount(platform, FIRST_FIRM.slug);
  if (existing !== undefined) {
    output.write(`${describeExisting(existing)}\n`);
    if (existing.status === 'active') return existing;
    // An operator has suspended it, or it is leaving: that is not for a start to change.
    if (!mayStart(operationKinds[signUpKind], existing.status, false)) return undefined;
  }
  const startedAtMs = performance.now();
  let operation: ShownOperation;
  if (existing === undefined) {
    output.write(`${FIRST_FIRM.name} signs up: POST ${endpoints.platform}/v1/accounts as ${FIRST_PERSON}\n`);
    ({ operation } = await ok(platform.POST('/v1/accounts', { body: FIRST_FIRM })));
  } else {
    operation = await resumeProvision(args, platform, existing);
  }
  const ended = await followOperation(platform, operation.id, output, signal);
  output.write(`  ${formatOutcome(ended).replaceAll('\n', '\n  ')}\n\n`);
  if (ended.status !== 'succeeded') return undefined;
  const path = { account: operation.accountId };
  const account = await ok(platform.GET('/v1/accounts/{account}', { params: { path } }));
  await makeFirstCalls(args, account, existing === undefined ? startedAtMs : undefined);
  return account;
}

/** What a later start finds. A start does not sign up again a firm that was deleted. */
function describeExisting({ name, slug, status, createdAt }: ShownAccount): string {
  const text = `${name} signed up on ${createdAt.slice(0, 10)} and is ${status}`;
  if (status !== 'offboarded') return text;
  return `${text}: \`freehold account create "${name}" --slug ${slug} --owner ${FIRST_PERSON}\` signs it up again`;
}

/** The set-up that the last start left unfinished, or a new one where that ended without an account. */
async function resumeProvision(
  args: FirstAccountArgs,
  platform: PlatformClient,
  account: ShownAccount,
): Promise<ShownOperation> {
  const [last] = await listLastOperations(platform, account.id, { limit: 1, kind: signUpKind });
  if (last !== undefined && !hasEnded(last.status)) return last;
  if (last?.reason) args.output.write(`  the last attempt ${last.status}: ${last.reason}\n`);
  args.output.write('  it is being set up again\n');
  // A person who signs up may not ask for it again: this is for operators.
  return (await startOperation(connect(args), account.id, signUpKind)).operation;
}

/** Creates a client and reads it back with the bookmark of the write, so that any replica shows it. */
async function makeFirstCalls(
  { endpoints, secrets, output }: FirstAccountArgs,
  account: ShownAccount,
  signedUpAtMs: number | undefined,
): Promise<void> {
  const baseUrl = `${endpoints.edge}/a/${account.slug}`;
  const token = createTokenSource(() =>
    issueToken(endpoints.issuer, secrets.issuerSecret, {
      email: FIRST_PERSON,
      audience: accountAudience(account.id),
    }),
  );
  const api = createAccountClient({ baseUrl, token, fetch: send });
  output.write(`The firm's own API, ${baseUrl}/v1/clients\n`);
  const header = { 'Idempotency-Key': `first-client-of-${account.id}` };
  const { id } = await shown(
    output,
    'POST',
    api.POST('/v1/clients', { params: { header }, body: FIRST_CLIENT }),
  );
  const client = await shown(output, 'GET', api.GET('/v1/clients/{id}', { params: { path: { id } } }));
  output.write(`  read back with the bookmark: ${client.firstName} ${client.lastName}, ${id}\n`);
  if (signedUpAtMs === undefined) return;
  output.write(`From sign-up to first answer: ${formatDuration(performance.now() - signedUpAtMs)}\n`);
}

/** Shows the status of a call's answer, and how long it took. */
async function shown<Answer extends Awaited<Parameters<typeof ok>[0]>>(
  output: Output,
  method: string,
  call: Promise<Answer>,
): Promise<Exclude<Answer['data'], undefined>> {
  const startedAtMs = performance.now();
  const answer = await call;
  const data = await ok(answer);
  const time = formatDuration(performance.now() - startedAtMs);
  output.write(`  ${method.padEnd(4)} → ${answer.response.status} (${time})\n`);
  return data;
}
