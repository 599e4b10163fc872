import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { D1Database } from '@cloudflare/workers-types';
import { Miniflare } from 'miniflare';
import { platformAudience } from '../../schema/factory/bindings.ts';
import { signText, toSignedText } from '../../schema/factory/message-signature.ts';
import { accountHost, physicalName, platformStackName } from '../../schema/factory/names.ts';
import { registrationPath } from '../../schema/factory/registration-messages.ts';
import { defaultCell, defaultPlacement } from '../../schema/factory/settings.ts';
import { COMPATIBILITY_DATE } from '../build/compatibility-date.ts';
import { type ApiAnswer, type ApiClient, createApiClient } from './api-client.ts';
import { startAutomation, type TestAutomation } from './automation-service.ts';
import { bundledCode } from './built-workers.ts';
import { startIssuer, type TestIssuer, type TokenClaims } from './issuer.ts';
import { migrateBinding } from './migrate.ts';
import { platformKeys } from './platform-keys.ts';

/** The platform's Worker on workerd with its own migrated registry, issuer and automation service. */
export interface TestPlatform {
  readonly url: string;
  readonly zone: string;
  readonly accountsZone: string;
  readonly call: ApiClient;
  readonly issuer: TestIssuer;
  readonly automation: TestAutomation;
  readonly database: D1Database;
  /** A token for the platform; by default Ada's. */
  readonly token: (claims?: Partial<TokenClaims>) => Promise<string>;
  /** Tokens of Ada, who signs up, of Ben, another person, and of an operator. */
  readonly people: { readonly ada: string; readonly ben: string; readonly operator: string };
  /** Signs up a firm as Ada does. */
  readonly signUp: (slug: string, token?: string) => Promise<SignedUp>;
  /** Registers the account's address and release, as the last resource of its stack does. */
  readonly register: (accountId: string) => Promise<void>;
  /** Sends a request that this factory has signed. */
  readonly callSigned: (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;
  /** Changes fields of a row directly in the database. */
  readonly change: (
    table: 'accounts' | 'operations',
    id: string,
    fields: Record<string, unknown>,
  ) => Promise<void>;
  /** Runs the cron trigger. */
  readonly runScheduled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A row as the API shows it. */
export type Shown = Record<string, unknown> & { readonly id: string; readonly status: string };

interface SignedUp {
  readonly account: Shown;
  readonly operation: Shown;
  readonly answer: ApiAnswer;
}

const DEFAULT_ENTRY = 'platform/index.ts';

function passOver(...streams: readonly Readable[]): void {
  for (const stream of streams) stream.resume();
}

const zone = 'freehold.localhost';
/** Zone of the hosts that the Worker given to `startPlatform()` serves. */
export const accountsZone = 'freehold-accounts.localhost';

// All requests of the platform's Worker pass through this one: the code under test serves the accounts, and the real
// network the rest, which is loopback here.
const outside = `
import account from './account.js';
export default {
  fetch(request, env, context) {
    const isAccount = new URL(request.url).hostname.endsWith('.${accountsZone}');
    return isAccount ? account.fetch(request, env, context) : fetch(request);
  },
};`;

/** Accepts its standing, as every account does, and nothing else. */
const noAccount = `
export default {
  fetch(request) {
    const isStanding = new URL(request.url).pathname === '/internal/v1/standing';
    return isStanding ? new Response(request.body) : new Response('no account', { status: 599 });
  },
};`;

/** Module of a Worker that forwards requests for every account to a server: a Worker on workerd, or one in the test. */
export function accountsAt(origin: string): string {
  return `
export default {
  fetch(request) {
    const { pathname, search } = new URL(request.url);
    return fetch(new Request(new URL(pathname + search, '${origin}'), request));
  },
};`;
}

/**
 * Starts a platform that no other test uses.
 *
 * @param accountCode Module of the Worker that serves every account. Default: one that responds with 599.
 * @param entry Default `platform/index.ts`; see `testing/worker/` for one that counts and fails.
 * @param requestsMax Requests of a person and of an address in 10 seconds. Default: more than any test sends.
 * @param sharedIssuer An issuer that stops with the platform. Default: a new one.
 */
export async function startPlatform(
  accountCode: string = noAccount,
  entry = DEFAULT_ENTRY,
  sharedIssuer?: TestIssuer,
  requestsMax = { person: 1_000_000, address: 1_000_000 },
): Promise<TestPlatform> {
  const [issuer, automation] = await Promise.all([sharedIssuer ?? startIssuer(), startAutomation()]);
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    // A Worker with injected faults logs them at length.
    ...(entry === DEFAULT_ENTRY ? {} : { handleRuntimeStdio: passOver }),
    workers: [
      {
        name: 'platform',
        modules: [{ type: 'ESModule', path: 'index.js', contents: await bundledCode(entry) }],
        compatibilityDate: COMPATIBILITY_DATE,
        d1Databases: { DB: physicalName(platformStackName) },
        ratelimits: {
          PERSON_LIMIT: { namespace_id: '2', simple: { limit: requestsMax.person, period: 10 } },
          ADDRESS_LIMIT: { namespace_id: '3', simple: { limit: requestsMax.address, period: 10 } },
        },
        outboundService: 'outside',
        bindings: {
          ISSUER: issuer.url,
          AUDIENCE: platformAudience,
          AUTOMATION_URL: automation.url,
          AUTOMATION_SECRET: automation.secret,
          PLATFORM_SIGNING_KEY: platformKeys.signingKey,
          ZONE: zone,
          ACCOUNTS_ZONE: accountsZone,
          RELEASE: '0123456789abcdef',
        },
      },
      {
        name: 'outside',
        modules: [
          { type: 'ESModule', path: 'index.js', contents: outside },
          { type: 'ESModule', path: 'account.js', contents: accountCode },
        ],
        compatibilityDate: COMPATIBILITY_DATE,
      },
    ],
  });
  const url = (await miniflare.ready).href;
  const database = (await miniflare.getD1Database('DB', 'platform')) as unknown as D1Database;
  await migrateBinding(database, 'platform');
  const call = createApiClient(url);
  const token = (claims: Partial<TokenClaims> = {}) =>
    issuer.token({ audience: platformAudience, ...claims });
  const [ada, ben, operator] = await Promise.all([
    token(),
    token({ subject: 'subject-of-ben', email: 'ben@quayside.example' }),
    token({ subject: 'subject-of-olga', email: 'olga@operator.example', roles: ['operator'] }),
  ]);
  const change: TestPlatform['change'] = async (table, id, fields) => {
    await database
      .prepare(`UPDATE ${table} SET body = json_patch(body, ?1) WHERE id = ?2`)
      .bind(JSON.stringify(fields), id)
      .run();
  };
  const callSigned: TestPlatform['callSigned'] = async (method, path, value) => {
    const body = value === undefined ? '' : JSON.stringify(value);
    const text = toSignedText(method, path, body);
    const headers = { ...(await signText([automation.secret], randomUUID(), text, Date.now())) };
    return call(path, { method, headers, ...(body === '' ? {} : { body }) });
  };
  return {
    url,
    zone,
    accountsZone,
    call,
    issuer,
    automation,
    database,
    token,
    people: { ada, ben, operator },
    change,
    signUp: async (slug, sender = ada) => {
      const answer = await call('/v1/accounts', {
        method: 'POST',
        token: sender,
        body: { name: `Firm ${slug}`, slug },
        headers: { 'idempotency-key': randomUUID() },
      });
      if (answer.status !== 202) throw new Error(`signing ${slug} up: ${answer.status} ${answer.text}`);
      const { account, operation } = answer.body as { account: Shown; operation: Shown };
      return { account, operation, answer };
    },
    callSigned,
    register: async (accountId) => {
      const answer = await callSigned('PUT', registrationPath(accountId), {
        workerUrl: `https://${accountHost(accountId, accountsZone)}`,
        scriptName: physicalName(accountId),
        databaseId: randomUUID(),
        bucketName: physicalName(accountId),
        placement: defaultPlacement,
        cell: defaultCell,
        release: '0123456789abcdef',
      });
      if (answer.status !== 200) throw new Error(`registering ${accountId}: ${answer.status} ${answer.text}`);
    },
    runScheduled: async () => {
      const worker = await miniflare.getWorker('platform');
      await worker.scheduled({ cron: '* * * * *' });
    },
    stop: async () => {
      await miniflare.dispose();
      await Promise.all([issuer.stop(), automation.stop()]);
    },
  };
}
