import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlatformClient, type PlatformClient } from '../../../clients/typescript/client.ts';
import { ok } from '../../../clients/typescript/problem.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

describe("the TypeScript client of the platform's API", () => {
  let platform: TestPlatform;
  let client: PlatformClient;

  beforeAll(async () => {
    platform = await startPlatform();
    client = createPlatformClient({ baseUrl: platform.url, token: () => platform.people.ada });
  });

  afterAll(() => platform.stop());

  it('signs firms up and follows what is done', async () => {
    for (const slug of ['ash', 'beech'])
      await ok(client.POST('/v1/accounts', { body: { name: `Firm ${slug}`, slug } }));
    const slugs: string[] = [];
    const query = { limit: 1, sort: '-createdAt' } as const;
    for await (const { slug } of client.every('/v1/accounts', { params: { query } })) slugs.push(slug);
    expect(slugs).toEqual(['beech', 'ash']);
    const path = { account: 'ash' };
    const { items } = await ok(client.GET('/v1/accounts/{account}/operations', { params: { path } }));
    expect(items[0]?.kind).toBe('provision');
    const { error } = await client.POST('/v1/accounts', { body: { name: 'Ash', slug: 'ash' } });
    expect(error?.type).toBe('urn:freehold:problem:duplicate');
  });
});
