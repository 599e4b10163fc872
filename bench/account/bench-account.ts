import { randomUUID } from 'node:crypto';
import { type IncomingMessage, request as openRequest } from 'node:http';
import type { Readable } from 'node:stream';
import { cloudflare, operationEnded, request, signUp } from '../../harness/client.ts';
import type { Factory } from '../../harness/factory.ts';
import { requestWithHost } from '../../harness/raw-request.ts';
import { mintToken } from '../../harness/secrets.ts';
import { seedGroupIds } from '../../schema/account/seed.ts';
import { accountAudience } from '../../schema/factory/bindings.ts';
import { newId } from '../../schema/model/ids.ts';
import { liftRateLimit } from '../lift-rate-limit.ts';

/** Longer than any benchmark takes. */
const TOKEN_TTL_SECONDS = 14_400;

/** A person with a token for an account. */
export interface BenchPerson {
  /** Sends a request to the account's Worker at its own host; throws unless the response is a success. */
  send(method: string, path: string, body?: string, mediaType?: string): Promise<string>;
  /** Opens a request with streamed request and response bodies; throws unless the response is a success. */
  open(method: string, path: string, body?: Readable, mediaType?: string): Promise<IncomingMessage>;
}

/** An account for a benchmark, with people who each have their own token. */
export interface BenchAccount {
  readonly accountId: string;
  readonly databaseId: string;
  /** Name of the account's Worker. */
  readonly script: string;
  /** Has all permissions, including sensitive fields, whose reads are recorded in the audit trail. */
  readonly administrator: BenchPerson;
  /** May read and write, but not see sensitive fields. */
  readonly caseworkers: readonly BenchPerson[];
}

/** Signs up an account with an administrator and `count` case workers. */
export async function createBenchAccount(
  factory: Factory,
  slug: string,
  count: number,
): Promise<BenchAccount> {
  const email = `owner@${slug}.example`;
  const platformToken = await mintToken(factory, { email, audience: 'urn:freehold:platform' });
  const signedUp = (await signUp(factory, platformToken, slug)).body;
  const operation = await operationEnded(factory, platformToken, signedUp.operation.id);
  if (operation.status !== 'succeeded')
    throw new Error(`${slug} ended ${operation.status}: ${operation.reason}`);
  const accountId = signedUp.account.id;
  await liftRateLimit(factory, accountId);
  const audience = accountAudience(accountId);
  const { body: row } = await request<{ databaseId: string }>(
    `${factory.endpoints.platform}/v1/accounts/${accountId}`,
    { token: platformToken },
  );
  const person = (token: string) =>
    createPerson(factory, `${accountId}.${factory.endpoints.accountsZone}`, token);

  // The first request of the person who signed up makes them a user, while the account has none.
  const administrator = person(await mintToken(factory, { email, audience, ttlSeconds: TOKEN_TTL_SECONDS }));
  await administrator.send('GET', '/v1/me');
  const caseworkers: BenchPerson[] = [];
  for (let first = 0; first < count; first += 50) {
    const emails = Array.from(
      { length: Math.min(50, count - first) },
      (_, offset) => `user${first + offset}@${slug}.example`,
    );
    const minted = await Promise.all(
      emails.map((it) => mintToken(factory, { email: it, audience, ttlSeconds: TOKEN_TTL_SECONDS })),
    );
    await insertUsers(
      factory,
      row.databaseId,
      accountId,
      emails.map((it, index) => ({ email: it, token: minted[index] as string })),
    );
    caseworkers.push(...minted.map(person));
  }
  return { accountId, databaseId: row.databaseId, script: `fh-${accountId}`, administrator, caseworkers };
}

/** The edge may have another port after a restart, so it is looked up for each request. */
function createPerson(factory: Factory, host: string, token: string): BenchPerson {
  return {
    async send(method, path, body, mediaType = 'application/json') {
      const answer = await requestWithHost(factory.endpoints.edge, host, path, {
        method,
        token,
        headers: body === undefined ? {} : { 'content-type': mediaType, 'idempotency-key': randomUUID() },
        ...(body === undefined ? {} : { body }),
      });
      if (answer.status >= 300)
        throw new Error(`${method} ${path} → ${answer.status}: ${answer.text.slice(0, 300)}`);
      return answer.text;
    },
    open(method, path, body, mediaType = 'application/x-ndjson') {
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      const outgoing = openRequest(new URL(path, factory.endpoints.edge), {
        method,
        headers: {
          host,
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': mediaType, 'idempotency-key': randomUUID() }),
        },
      });
      outgoing.on('error', reject).on('response', (incoming) => {
        if ((incoming.statusCode ?? 0) < 300) resolve(incoming);
        else reject(new Error(`${method} ${path} → ${incoming.statusCode}`));
      });
      if (body === undefined) outgoing.end();
      else body.pipe(outgoing);
      return promise;
    },
  };
}

async function insertUsers(
  factory: Factory,
  databaseId: string,
  accountId: string,
  people: readonly { email: string; token: string }[],
): Promise<void> {
  const now = new Date();
  const rows = people.map(({ email, token }) => ({
    id: newId('usr', now.getTime()),
    accountId,
    createdAt: now.toISOString(),
    createdBy: 'system',
    updatedAt: now.toISOString(),
    updatedBy: 'system',
    version: 1,
    email,
    status: 'active',
    groupIds: [seedGroupIds.caseworkers],
    locale: 'en-GB',
    lastSeenAt: now.toISOString(),
    subject: JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString('utf8'))
      .sub as string,
  }));
  const answer = await cloudflare(factory, `/d1/database/${databaseId}/query`, {
    method: 'POST',
    body: {
      sql: "INSERT INTO users (id, body) SELECT value->>'id', json_remove(value, '$.id') FROM json_each(?)",
      params: [JSON.stringify(rows)],
    },
  });
  if (answer.status !== 200) throw new Error(`the users were refused: ${answer.text.slice(0, 500)}`);
}
