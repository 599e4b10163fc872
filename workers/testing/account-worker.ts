import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { D1Database, R2Bucket } from '@cloudflare/workers-types';
import { Miniflare } from 'miniflare';
import { accountAudience } from '../../schema/factory/bindings.ts';
import type { Standing } from '../../schema/factory/standing.ts';
import { newId } from '../../schema/model/ids.ts';
import { rateLimit } from '../../schema/model/limits.ts';
import { COMPATIBILITY_DATE } from '../build/compatibility-date.ts';
import { signPlatformToken } from '../http/identity/platform-token.ts';
import { activeStanding, seedStanding } from './account-standing.ts';
import { type ApiAnswer, type ApiClient, createApiClient } from './api-client.ts';
import { bundledCode } from './built-workers.ts';
import type { TestIssuer, TokenClaims } from './issuer.ts';
import { migrateBinding } from './migrate.ts';
import { platformKeys } from './platform-keys.ts';

/** An account's Worker on workerd with a migrated D1 and an R2 bucket, in memory. */
export interface TestAccount {
  readonly accountId: string;
  readonly audience: string;
  readonly url: string;
  readonly call: ApiClient;
  readonly database: D1Database;
  readonly bucket: R2Bucket;
  /** A token of the issuer for this account; the first administrator's by default. */
  readonly token: (claims?: Partial<TokenClaims>) => Promise<string>;
  /** A token signed by the platform for this account, and for this body if there is one. */
  readonly platformToken: (body?: string) => Promise<string>;
  /** Writes a standing as the platform does: the last one with changes, under the next revision. */
  readonly tell: (changes: StandingChanges) => Promise<ApiAnswer>;
  /** Log lines of the Worker so far. */
  readonly logLines: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** New values of fields of the standing; undefined removes a field. */
type StandingChanges = { readonly [Field in keyof Standing]?: Standing[Field] | undefined };

/** Differences of a test's account from the default. */
export interface TestAccountOptions {
  /** Default `account/index.ts`; see `testing/worker/` for Workers that count or fail. */
  readonly entry?: string;
  /** `sub` of the first administrator. Default `subject-of-ada`. */
  readonly firstAdministrator?: string;
  /** Whether the platform has not written a standing yet. Default false: the account is active. */
  readonly isNew?: boolean;
  /** Requests of one user per period. Default: more than any test sends. */
  readonly requestsMax?: number;
}

/** Starts an account that no other test uses. */
export async function startAccount(
  issuer: TestIssuer,
  options: TestAccountOptions = {},
): Promise<TestAccount> {
  const {
    entry = 'account/index.ts',
    firstAdministrator = 'subject-of-ada',
    isNew = false,
    requestsMax = 1_000_000,
  } = options;
  const accountId = newId('acc', Date.now());
  const audience = accountAudience(accountId);
  const logged: string[] = [];
  const miniflare = new Miniflare({
    modules: [{ type: 'ESModule', path: 'index.js', contents: await bundledCode(entry) }],
    compatibilityDate: COMPATIBILITY_DATE,
    cf: { country: 'GB' },
    host: '127.0.0.1',
    port: 0,
    d1Databases: { DB: `fh-${accountId}` },
    r2Buckets: { DOCUMENTS: `fh-${accountId}` },
    ratelimits: {
      RATE_LIMIT: { namespace_id: '1', simple: { limit: requestsMax, period: rateLimit.periodSeconds } },
    },
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      for (const stream of [stdout, stderr]) createInterface(stream).on('line', (line) => logged.push(line));
    },
    bindings: {
      ACCOUNT_ID: accountId,
      PLATFORM_PUBLIC_KEY: platformKeys.publicKey,
      // Nothing listens there: the docs page has its own test.
      ZONE: 'freehold.localhost',
      RELEASE: '0123456789abcdef',
    },
  });
  const url = (await miniflare.ready).href;
  const database = (await miniflare.getD1Database('DB')) as unknown as D1Database;
  const bucket = (await miniflare.getR2Bucket('DOCUMENTS')) as unknown as R2Bucket;
  await migrateBinding(database, 'account');
  const first = activeStanding(accountId, issuer.url, firstAdministrator);
  if (!isNew) await seedStanding(database, first);
  const call = createApiClient(url);
  const platformToken: TestAccount['platformToken'] = (body) =>
    signPlatformToken({
      signingKey: platformKeys.signingKey,
      audience,
      nowMs: Date.now(),
      ...(body === undefined ? {} : { body }),
    });
  return {
    accountId,
    audience,
    url,
    database,
    bucket,
    call,
    token: (claims) => issuer.token({ audience, ...claims }),
    platformToken,
    tell: async (changes) => {
      const row = await database.prepare('select body from standing').first<{ readonly body: string }>();
      const last = row === null ? first : (JSON.parse(row.body) as Standing);
      const body = JSON.stringify({ ...last, ...changes, revision: last.revision + 1 });
      return await call('/internal/v1/standing', { method: 'PUT', token: await platformToken(body), body });
    },
    logLines: () => logged,
    stop: () => miniflare.dispose(),
  };
}
