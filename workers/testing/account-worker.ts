import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { D1Database, R2Bucket } from '@cloudflare/workers-types';
import { Miniflare } from 'miniflare';
import { accountAudience } from '../../schema/factory/bindings.ts';
import { newId } from '../../schema/model/ids.ts';
import { rateLimit } from '../../schema/model/limits.ts';
import { COMPATIBILITY_DATE } from '../build/compatibility-date.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
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
  /** What the Worker has logged so far. */
  readonly logLines: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** How a test's account differs from the usual. */
export interface TestAccountOptions {
  /** Default `account/index.ts`; see `testing/worker/` for Workers that count or fail. */
  readonly entry?: string;
  /** `sub` of the first administrator. Default `subject-of-ada`. */
  readonly firstAdministrator?: string;
  /** Requests of one user in a period. Default: more than any test sends. */
  readonly requestsMax?: number;
}

/** Starts an account of its own, shared with no other test. */
export async function startAccount(
  issuer: TestIssuer,
  options: TestAccountOptions = {},
): Promise<TestAccount> {
  const {
    entry = 'account/index.ts',
    firstAdministrator = 'subject-of-ada',
    requestsMax = 1_000_000,
  } = options;
  const accountId = newId('acc', Date.now());
  const audience = accountAudience(accountId);
  const logged: string[] = [];
  const miniflare = new Miniflare({
    modules: [{ type: 'ESModule', path: 'index.js', contents: await bundledCode(entry) }],
    compatibilityDate: COMPATIBILITY_DATE,
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
      ISSUER: issuer.url,
      AUDIENCE: audience,
      FIRST_ADMINISTRATOR: createHash('sha256').update(`${issuer.url}|${firstAdministrator}`).digest('hex'),
      PLATFORM_PUBLIC_KEY: platformKeys.publicKey,
      // Nobody answers there: the docs page has a test of its own.
      ZONE: 'freehold.invalid',
      RELEASE: '0123456789abcdef',
    },
  });
  const url = (await miniflare.ready).href;
  const database = (await miniflare.getD1Database('DB')) as unknown as D1Database;
  const bucket = (await miniflare.getR2Bucket('DOCUMENTS')) as unknown as R2Bucket;
  await migrateBinding(database, 'account');
  return {
    accountId,
    audience,
    url,
    database,
    bucket,
    call: createApiClient(url),
    token: (claims) => issuer.token({ audience, ...claims }),
    logLines: () => logged,
    stop: () => miniflare.dispose(),
  };
}
