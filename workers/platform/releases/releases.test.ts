import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReleaseMessage, releasePath } from '../../../schema/factory/release-message.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

function message(name: string, fields: Partial<ReleaseMessage> = {}): ReleaseMessage {
  return {
    name,
    accountBundleSha256: 'a'.repeat(64),
    platformBundleSha256: 'b'.repeat(64),
    accountMigration: '0012_keep_standing',
    platformMigration: '0004_serve_releases_and_webhooks',
    madeAt: '2026-03-31T09:30:00.000Z',
    ...fields,
  };
}

describe('releases', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const report = (name: string, fields: Partial<ReleaseMessage> = {}) =>
    platform.callSigned('PUT', releasePath(name), message(name, fields));
  const get = (path: string, headers = {}, token = platform.people.operator) =>
    platform.call(path, { token, headers });

  it('are reported by the service and read by operators', async () => {
    const reported = await report('00000000000000a1', { note: 'Search by postcode.' });
    expect(reported.status, reported.text).toBe(201);
    const read = await get('/v1/releases/00000000000000a1');
    expect(read.status).toBe(200);
    expect(read.body).toEqual({
      id: expect.stringMatching(/^rel-/),
      version: 1,
      createdAt: expect.any(String),
      createdBy: 'system',
      updatedAt: expect.any(String),
      updatedBy: 'system',
      ...message('00000000000000a1', { note: 'Search by postcode.' }),
    });
    const etag = String(read.headers.get('etag'));
    expect((await get('/v1/releases/00000000000000a1', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/v1/releases/00000000000000ff')).status).toBe(404);
    for (const path of ['/v1/releases', '/v1/releases/00000000000000a1']) {
      expect((await get(path, {}, platform.people.ada)).status).toBe(403);
    }
  });

  it('keep the first report when it is repeated, with its time and note', async () => {
    const first = await report('00000000000000b1', { note: 'first' });
    const again = await report('00000000000000b1', { note: 'second', madeAt: '2026-04-01T09:30:00.000Z' });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    const { results } = await platform.database
      .prepare("select body from webhook_events where body ->> '$.rowId' = ?1")
      .bind(first.body.id)
      .all();
    expect(results).toHaveLength(1);
  });

  it('are stored once when reports of one release arrive together', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => report('00000000000000b2')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('do not change their contents: the same name with others is refused', async () => {
    await report('00000000000000c1');
    for (const fields of [
      { accountBundleSha256: 'c'.repeat(64) },
      { platformBundleSha256: 'c'.repeat(64) },
      { accountMigration: '0013_other' },
      { platformMigration: '0005_other' },
    ]) {
      const refused = await report('00000000000000c1', fields);
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toContain('00000000000000c1');
    }
    expect((await get('/v1/releases/00000000000000c1')).body).toMatchObject(message('00000000000000c1'));
  });

  it('refuse a report that is unsigned, malformed, or of another name', async () => {
    const path = releasePath('00000000000000d1');
    const unsigned = await platform.call(path, { method: 'PUT', body: message('00000000000000d1') });
    expect(unsigned.status).toBe(401);
    const other = await platform.callSigned('PUT', path, message('00000000000000d2'));
    expect(other.status).toBe(422);
    expect(other.body.errors).toEqual([{ pointer: '#/name', detail: 'must be the name in the path' }]);
    const named = await report('release-of-march');
    expect(named.status).toBe(422);
    expect(named.body.errors).toMatchObject([{ pointer: '#/name' }]);
    expect((await get('/v1/releases/00000000000000d1')).status).toBe(404);
  });

  it('are listed with filters, sorts and cursors', async () => {
    for (const [index, name] of ['00000000000000e3', '00000000000000e1', '00000000000000e2'].entries()) {
      const madeAt = `2027-01-0${index + 1}T00:00:00.000Z`;
      await report(name, { madeAt, accountBundleSha256: 'e'.repeat(64) });
    }
    const names = async (query: string) => {
      const { status, text, body } = await get(`/v1/releases?${query}`);
      expect(status, text).toBe(200);
      return (body.items as { name: string }[]).map(({ name }) => name);
    };
    expect(await names(`accountBundleSha256=${'e'.repeat(64)}`)).toEqual([
      '00000000000000e3',
      '00000000000000e1',
      '00000000000000e2',
    ]);
    expect(await names('name[prefix]=00000000000000e&limit=200')).toHaveLength(3);
    expect(await names('sort=-madeAt&limit=1')).toEqual(['00000000000000e2']);
    const first = await get('/v1/releases?madeAt[gte]=2027-01-01&sort=madeAt&limit=2');
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    expect(await names(`madeAt[gte]=2027-01-01&sort=madeAt&limit=2&cursor=${cursor}`)).toEqual([
      '00000000000000e2',
    ]);
    const refused = await get('/v1/releases?note=first');
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('accountBundleSha256')]);
  });
});
