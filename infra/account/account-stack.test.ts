import { beforeAll, describe, expect, it } from 'vitest';
import {
  mockedId,
  type RecordedResource,
  recordResources,
  resolveOutput,
  settleProgram,
} from '../testing/recorded-resources.ts';
import type { AccountStackArgs, AccountStack as Stack } from './account-stack.ts';

const accountId = 'acc-01kdw5h80c0000000000000000';
const cloudflareAccountId = '0'.repeat(32);
const physicalName = `fh-${accountId}`;

const args: AccountStackArgs = {
  accountId,
  cloudflareAccountId,
  platformPublicKey: '{"kty":"EC"}',
  accountsZoneId: 'zone-2',
  zoneName: 'firms.example',
  accountsZoneName: 'accounts.example',
  release: '0123456789abcdef',
  bundle: { path: '/release/index.js', sha256: 'b'.repeat(64) },
  migrations: { directory: '/release/migrations', checksums: { '0001_initial': 'a'.repeat(64) } },
  compatibilityDate: '2026-07-28',
  compatibilityFlags: [],
  region: 'eu',
  placement: 'script',
  cell: 'west',
};

/** Builds a stack with mocks and gives what it registered. */
async function build(changes: Partial<AccountStackArgs> = {}) {
  const recorded = await recordResources(accountId);
  const { AccountStack } = await import('./account-stack.ts');
  const stack = new AccountStack('firm', { ...args, ...changes });
  await settleProgram();
  const find = (name: string) => {
    const resource = recorded.get(name);
    if (resource === undefined) throw new Error(`the program registered no ${name}`);
    return resource;
  };
  return { stack, recorded, find };
}

describe('AccountStack', () => {
  let stack: Stack;
  let recorded: ReadonlyMap<string, RecordedResource>;
  let find: (name: string) => RecordedResource;
  beforeAll(async () => {
    ({ stack, recorded, find } = await build());
  });

  it('is seven resources, each a child named after it', () => {
    const children = [...recorded.values()].filter(({ name }) => name !== 'firm');
    expect(children.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      'firm-db cloudflare:index/d1Database:D1Database',
      'firm-documents cloudflare:index/r2Bucket:R2Bucket',
      'firm-domain cloudflare:index/workersCustomDomain:WorkersCustomDomain',
      'firm-migrations freehold:index:DatabaseMigrations',
      'firm-registration freehold:index:AccountRegistration',
      'firm-subdomain cloudflare:index/workersScriptSubdomain:WorkersScriptSubdomain',
      'firm-worker cloudflare:index/workersScript:WorkersScript',
    ]);
    expect(new Set(children.map(({ parent }) => parent))).toEqual(new Set(['firm']));
    expect(find('firm').type).toBe('factory:account:AccountStack');
  });

  it('keeps database and bucket in the EU, named after the account', () => {
    expect(find('firm-db').inputs).toEqual({
      accountId: cloudflareAccountId,
      name: physicalName,
      jurisdiction: 'eu',
      readReplication: { mode: 'disabled' },
    });
    expect(find('firm-documents').inputs).toEqual({
      accountId: cloudflareAccountId,
      name: physicalName,
      jurisdiction: 'eu',
    });
  });

  it('binds the Worker to its own database, bucket and counter and to nothing else', () => {
    expect(find('firm-worker').inputs).toEqual({
      accountId: cloudflareAccountId,
      scriptName: physicalName,
      mainModule: 'index.js',
      contentFile: '/release/index.js',
      contentSha256: args.bundle.sha256,
      compatibilityDate: '2026-07-28',
      bindings: [
        { type: 'd1', name: 'DB', id: mockedId },
        { type: 'r2_bucket', name: 'DOCUMENTS', bucketName: physicalName, jurisdiction: 'eu' },
        {
          type: 'ratelimit',
          name: 'RATE_LIMIT',
          namespaceId: '4001',
          simple: { limit: 200, period: 10 },
        },
        { type: 'plain_text', name: 'ACCOUNT_ID', text: accountId },
        { type: 'plain_text', name: 'PLATFORM_PUBLIC_KEY', text: '{"kty":"EC"}' },
        { type: 'plain_text', name: 'ZONE', text: 'firms.example' },
        { type: 'plain_text', name: 'RELEASE', text: '0123456789abcdef' },
      ],
    });
  });

  it('lets the Worker answer on its own host only', () => {
    expect(find('firm-subdomain').inputs).toEqual({
      accountId: cloudflareAccountId,
      scriptName: physicalName,
      enabled: false,
      previewsEnabled: false,
    });
    expect(find('firm-domain').inputs).toEqual({
      accountId: cloudflareAccountId,
      hostname: `${accountId}.accounts.example`,
      service: physicalName,
      zoneId: 'zone-2',
    });
  });

  it('migrates the database before code runs against it', () => {
    expect(find('firm-migrations').inputs).toMatchObject({
      databaseId: mockedId,
      directory: '/release/migrations',
      checksums: { '0001_initial': 'a'.repeat(64) },
    });
    expect(find('firm-worker').options.dependsOn).toContain('firm-migrations');
  });

  it('registers the account, with its release, when all the rest is there', () => {
    const { inputs, options } = find('firm-registration');
    expect(inputs).toEqual({
      accountId,
      workerUrl: `https://${accountId}.accounts.example`,
      scriptName: physicalName,
      databaseId: mockedId,
      bucketName: physicalName,
      placement: 'script',
      cell: 'west',
      release: '0123456789abcdef',
    });
    expect(options.dependsOn).toEqual(
      expect.arrayContaining(['firm-subdomain', 'firm-domain', 'firm-worker']),
    );
  });

  it('protects what cannot be made again, and nothing more', () => {
    const guarded = [...recorded.values()].filter(({ options }) => options.protect && options.retainOnDelete);
    expect(guarded.map(({ name }) => name).sort()).toEqual([
      'firm-db',
      'firm-documents',
      'firm-registration',
    ]);
  });

  it('replaces a database or bucket for another jurisdiction, the old one first', () => {
    for (const name of ['firm-db', 'firm-documents']) {
      expect(find(name).options).toMatchObject({
        deleteBeforeReplace: true,
        replaceOnChanges: ['jurisdiction'],
      });
    }
  });

  it('bounds the time of every resource', () => {
    const custom = [...recorded.values()].filter(({ name }) => name !== 'firm');
    expect(custom.map(({ options }) => options.createTimeout)).toEqual(custom.map(() => '3m'));
  });

  it('tells where everything is', async () => {
    expect(await resolveOutput(stack.databaseId)).toBe(mockedId);
    expect(await resolveOutput(stack.bucketName)).toBe(physicalName);
    expect(await resolveOutput(stack.scriptName)).toBe(physicalName);
    expect(await resolveOutput(stack.workerUrl)).toBe(`https://${accountId}.accounts.example`);
    expect(await resolveOutput(stack.latestMigration)).toBe('0001_initial');
  });
});

describe('AccountStack of an account that leaves', () => {
  it('protects nothing, so that a destroy may take it away', async () => {
    const { recorded } = await build({ isOffboarding: true });
    const guarded = [...recorded.values()].filter(({ options }) => options.protect || options.retainOnDelete);
    expect(guarded).toEqual([]);
  });
});

describe('AccountStack after an update that died', () => {
  it('takes over the database and the bucket that were made and not recorded', async () => {
    const { find } = await build({ adoptDatabaseId: 'uuid-9', adoptBucket: true });
    expect(find('firm-db').options.importId).toBe(`${cloudflareAccountId}/uuid-9`);
    expect(find('firm-documents').options.importId).toBe(`${cloudflareAccountId}/${physicalName}/eu`);
  });
});
