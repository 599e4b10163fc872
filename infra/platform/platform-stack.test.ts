import { beforeAll, describe, expect, it } from 'vitest';
import { platformRateLimits } from '../../schema/model/limits.ts';
import {
  mockedId,
  type RecordedResource,
  recordResources,
  resolveOutput,
  settleProgram,
} from '../testing/recorded-resources.ts';
import type { PlatformStackArgs } from './platform-stack.ts';

const cloudflareAccountId = '0'.repeat(32);

/** Builds the stack with mocks and gives what it registered. */
async function build(changes: Partial<PlatformStackArgs> = {}) {
  const recorded = await recordResources('platform');
  const [{ PlatformStack }, pulumi] = await Promise.all([
    import('./platform-stack.ts'),
    import('@pulumi/pulumi'),
  ]);
  const stack = new PlatformStack('platform', {
    cloudflareAccountId,
    issuer: 'https://issuer.example',
    zoneId: 'zone-1',
    zoneName: 'firms.example',
    accountsZoneName: 'accounts.example',
    automationUrl: 'https://automation.example',
    automationSecret: pulumi.secret('whsec_c2VjcmV0'),
    platformSigningKey: pulumi.secret('{"kty":"EC","d":"…"}'),
    release: '0123456789abcdef',
    bundle: { path: '/release/index.js', sha256: 'b'.repeat(64) },
    compatibilityDate: '2026-07-28',
    compatibilityFlags: [],
    migrations: { directory: '/release/migrations', checksums: { '0001_initial': 'a'.repeat(64) } },
    ...changes,
  });
  const outputs = { databaseId: await resolveOutput(stack.databaseId), url: await resolveOutput(stack.url) };
  await settleProgram();
  const find = (name: string) => {
    const resource = recorded.get(name);
    if (resource === undefined) throw new Error(`the program registered no ${name}`);
    return resource;
  };
  return { recorded, outputs, find };
}

describe('PlatformStack', () => {
  let recorded: ReadonlyMap<string, RecordedResource>;
  let outputs: { readonly databaseId: string; readonly url: string };
  let find: (name: string) => RecordedResource;

  beforeAll(async () => {
    ({ recorded, outputs, find } = await build());
  });

  it('is seven resources, each a child named after it', () => {
    const children = [...recorded.values()].filter(({ name }) => name !== 'platform');
    expect(children.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      'platform-db cloudflare:index/d1Database:D1Database',
      'platform-domain cloudflare:index/workersCustomDomain:WorkersCustomDomain',
      'platform-migrations freehold:index:DatabaseMigrations',
      'platform-outbox cloudflare:index/workersCronTrigger:WorkersCronTrigger',
      'platform-route cloudflare:index/workersRoute:WorkersRoute',
      'platform-subdomain cloudflare:index/workersScriptSubdomain:WorkersScriptSubdomain',
      'platform-worker cloudflare:index/workersScript:WorkersScript',
    ]);
    expect(new Set(children.map(({ parent }) => parent))).toEqual(new Set(['platform']));
  });

  it('binds the Worker to the registry and to no data of any firm, its secrets kept secret', async () => {
    const { runtime } = await import('@pulumi/pulumi');
    const { bindings } = find('platform-worker').inputs;
    expect(runtime.isRpcSecret(bindings)).toBe(true);
    expect(runtime.unwrapRpcSecret(bindings)).toEqual([
      { type: 'd1', name: 'DB', id: mockedId },
      {
        type: 'ratelimit',
        name: 'PERSON_LIMIT',
        namespaceId: '4002',
        simple: { limit: platformRateLimits.person.requestsMax, period: 10 },
      },
      {
        type: 'ratelimit',
        name: 'ADDRESS_LIMIT',
        namespaceId: '4003',
        simple: { limit: platformRateLimits.address.requestsMax, period: 10 },
      },
      { type: 'plain_text', name: 'ISSUER', text: 'https://issuer.example' },
      { type: 'plain_text', name: 'AUDIENCE', text: 'urn:freehold:platform' },
      { type: 'plain_text', name: 'AUTOMATION_URL', text: 'https://automation.example' },
      { type: 'secret_text', name: 'AUTOMATION_SECRET', text: 'whsec_c2VjcmV0' },
      { type: 'secret_text', name: 'PLATFORM_SIGNING_KEY', text: '{"kty":"EC","d":"…"}' },
      { type: 'plain_text', name: 'ZONE', text: 'firms.example' },
      { type: 'plain_text', name: 'ACCOUNTS_ZONE', text: 'accounts.example' },
      { type: 'plain_text', name: 'RELEASE', text: '0123456789abcdef' },
    ]);
  });

  it('answers at the apex and at the host of every slug', () => {
    expect(find('platform-domain').inputs).toMatchObject({ hostname: 'firms.example', zoneId: 'zone-1' });
    expect(find('platform-route').inputs).toEqual({
      zoneId: 'zone-1',
      pattern: '*.firms.example/*',
      script: 'fh-platform',
    });
  });

  it('looks for sign-ups left behind every minute', () => {
    expect(find('platform-outbox').inputs.schedules).toEqual([{ cron: '* * * * *' }]);
  });

  it('keeps the registry in the EU, protected', () => {
    expect(find('platform-db')).toMatchObject({
      inputs: { name: 'fh-platform', jurisdiction: 'eu' },
      options: { protect: true, retainOnDelete: true },
    });
  });

  it('tells the id of the registry and where the platform answers', () => {
    expect(outputs).toEqual({ databaseId: mockedId, url: 'https://firms.example' });
  });
});

describe('PlatformStack after an update that died', () => {
  it('takes over the database and the route that were made and not recorded', async () => {
    const { find } = await build({ adoptDatabaseId: 'uuid-9', adoptRouteId: 'route-9' });
    expect(find('platform-db').options.importId).toBe(`${cloudflareAccountId}/uuid-9`);
    expect(find('platform-route').options.importId).toBe('zone-1/route-9');
  });
});
