import { mayStart } from '../../schema/factory/account-transitions.ts';
import { accountAudience, platformAudience } from '../../schema/factory/bindings.ts';
import { operationKinds, signUpKind } from '../../schema/factory/operation-kinds.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import { formatDuration } from '../../system/duration.ts';
import type { Endpoints } from '../../system/home/endpoints.ts';
import type { Secrets } from '../../system/home/secrets.ts';
import type { Output } from '../../system/output.ts';
import { createTokenSource, issueToken } from '../client/access-tokens.ts';
import { followOperation } from '../client/follow-operation.ts';
import { formatOutcome } from '../client/operation-painter.ts';
import { type ShownAccount, type ShownOperation, PlatformClient } from '../client/platform-client.ts';
import { RequestFailure, toRequestFailure, unreachable } from '../client/request-failure.ts';

/** The firm that signs up on the first start. */
const FIRST_FIRM = { name: 'Harbour Vale Wealth', slug: 'harbourvale' } as const;

/** Who begins its provisioning again when that has failed: this is for operators. */
const OPERATOR = { email: 'operator@freehold.example', roles: ['operator'] } as const;

/** Who signs it up, and becomes its first administrator. */
export const FIRST_PERSON = 'ada@harbourvale.example';

const FIRST_CLIENT = {
  reference: 'HV-00001',
  status: 'active',
  title: 'Mrs',
  firstName: 'Margaret',
  lastName: 'Holloway',
  dateOfBirth: '1951-06-14',
};

/** What the first firm is shown with. */
export interface FirstAccountArgs {
  readonly endpoints: Endpoints;
  readonly secrets: Secrets;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/**
 * Signs the first firm up as anybody would, over the platform's public API, shows each step as it happens, and makes
 * the first calls to the firm's own API. On a later start the firm is there already, or is made to the end.
 *
 * @returns The account when it is active; otherwise what is the matter is shown.
 */
export async function welcomeFirstAccount(args: FirstAccountArgs): Promise<ShownAccount | undefined> {
  const { endpoints, output, signal } = args;
  const platform = connect(args, { email: FIRST_PERSON });
  const existing = await platform.findAccount(FIRST_FIRM.slug);
  if (existing !== undefined) {
    output.write(`${existing.name} is here since ${existing.createdAt.slice(0, 10)}: ${existing.status}\n`);
    if (existing.status === 'active') return existing;
    // An operator has suspended it, or it is leaving: that is not for a start to change.
    if (!mayStart(operationKinds[signUpKind], existing.status, false)) return undefined;
  }
  const startedAtMs = performance.now();
  let operation: ShownOperation;
  if (existing === undefined) {
    output.write(`${FIRST_FIRM.name} signs up: POST ${endpoints.platform}/v1/accounts as ${FIRST_PERSON}\n`);
    ({ operation } = await platform.createAccount(FIRST_FIRM));
  } else {
    operation = await resumeProvision(args, platform, existing);
  }
  const ended = await followOperation(platform, operation.id, output, signal);
  output.write(`  ${formatOutcome(ended).replaceAll('\n', '\n  ')}\n\n`);
  if (ended.status !== 'succeeded') return undefined;
  const account = await platform.readAccount(operation.accountId);
  await makeFirstCalls(args, account, existing === undefined ? startedAtMs : undefined);
  return account;
}

function connect(
  { endpoints, secrets }: FirstAccountArgs,
  person: { readonly email: string; readonly roles?: readonly string[] },
): PlatformClient {
  const token = createTokenSource(() =>
    issueToken(endpoints.issuer, secrets.issuerSecret, { ...person, audience: platformAudience }),
  );
  return new PlatformClient(endpoints.platform, token);
}

/** The provisioning that the last start has left under way, or a new one where that has ended without an account. */
async function resumeProvision(
  args: FirstAccountArgs,
  platform: PlatformClient,
  account: ShownAccount,
): Promise<ShownOperation> {
  const last = await platform.findLastOperation(account.id, signUpKind);
  if (last !== undefined && !hasEnded(last.status)) return last;
  if (last?.reason) args.output.write(`  the last attempt ${last.status}: ${last.reason}\n`);
  args.output.write('  it is set up again\n');
  return (await connect(args, OPERATOR).startOperation(account.id, signUpKind)).operation;
}

/** Creates a client and reads it back with the bookmark of the write, which any replica must then have seen. */
async function makeFirstCalls(
  { endpoints, secrets, output }: FirstAccountArgs,
  account: ShownAccount,
  signedUpAtMs: number | undefined,
): Promise<void> {
  const { accessToken } = await issueToken(endpoints.issuer, secrets.issuerSecret, {
    email: FIRST_PERSON,
    audience: accountAudience(account.id),
  });
  const clients = `${endpoints.edge}/a/${account.slug}/v1/clients`;
  const authorization = `Bearer ${accessToken}`;
  output.write(`The firm's own API, ${clients}\n`);
  const created = await call(output, 'POST', clients, {
    headers: {
      authorization,
      'content-type': 'application/json',
      'idempotency-key': `first-client-of-${account.id}`,
    },
    body: JSON.stringify(FIRST_CLIENT),
  });
  const { id } = (await created.json()) as { id: string };
  const bookmark = created.headers.get('x-d1-bookmark') ?? '';
  const read = await call(output, 'GET', `${clients}/${id}`, {
    headers: { authorization, 'x-d1-bookmark': bookmark },
  });
  const client = (await read.json()) as { firstName: string; lastName: string };
  output.write(`  read back with the bookmark: ${client.firstName} ${client.lastName}, ${id}\n`);
  if (signedUpAtMs === undefined) return;
  output.write(`From sign-up to first answer: ${formatDuration(performance.now() - signedUpAtMs)}\n`);
}

async function call(output: Output, method: string, url: string, init: RequestInit): Promise<Response> {
  const startedAtMs = performance.now();
  const response = await fetch(url, { ...init, method }).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  if (!response.ok) throw await toRequestFailure(response);
  const time = formatDuration(performance.now() - startedAtMs);
  output.write(`  ${method.padEnd(4)} → ${response.status} (${time})\n`);
  return response;
}

/** Whether a failure of the first sign-up is the factory's answer, rather than a bug of this program. */
export function isExpected(error: unknown): error is RequestFailure {
  return error instanceof RequestFailure;
}
