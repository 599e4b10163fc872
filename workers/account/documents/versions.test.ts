import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

const hex = (text: string) => createHash('sha256').update(text).digest('hex');

describe('versions of a document', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function createDocument(contents: readonly string[], fields = {}): Promise<string> {
    const body = { title: 'Letter', fileName: 'letter.txt', ...fields };
    const { headers } = await account.call('/v1/documents', { method: 'POST', token, body });
    const path = headers.get('location') ?? '';
    for (const content of contents) expect((await upload(path, content)).status).toBe(200);
    return path;
  }

  async function upload(path: string, content: string, type = 'text/plain') {
    const headers = { 'content-type': type };
    return await account.call(`${path}/content`, { method: 'PUT', token, body: content, headers });
  }

  const get = (path: string, headers = {}) => account.call(path, { token, headers });
  const remove = (path: string, headers = {}) => account.call(path, { method: 'DELETE', token, headers });
  const patch = (path: string, body: unknown) =>
    account.call(path, { method: 'PATCH', token, body, headers: { 'if-match': '*' } });

  async function eventsOf(path: string): Promise<readonly string[]> {
    const { body } = await get(`/v1/audit-events?rowId=${path.split('/').at(-1)}`);
    return (body.items as readonly { action: string }[]).map(({ action }) => action);
  }

  async function keysOf(path: string): Promise<readonly string[]> {
    const { objects } = await account.bucket.list({ prefix: `documents/${path.split('/').at(-1)}/` });
    return objects.map(({ key }) => key);
  }

  it('are all listed, newest first, page by page, in one round trip', async () => {
    const path = await createDocument(['one', 'two', 'three']);
    const first = await get(`${path}/versions?limit=2`);
    expect([first.status, first.headers.get(ROUND_TRIPS_HEADER)]).toEqual([200, '1']);
    expect(first.body.items).toMatchObject([
      { contentVersion: 3, sizeBytes: 5, sha256: hex('three'), mediaType: 'text/plain' },
      { contentVersion: 2, sha256: hex('two') },
    ]);
    expect(first.text).not.toContain('documents/');
    const second = await get(`${path}/versions?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ contentVersion: 1 }], nextCursor: null });
    const other = await createDocument([]);
    expect((await get(`${other}/versions?cursor=${first.body.nextCursor}`)).status).toBe(400);
    expect((await get(`${other}/versions`)).body).toEqual({ items: [], nextCursor: null });
    expect((await get('/v1/documents/doc-none/versions')).status).toBe(404);
  });

  it.each(['limit=0', 'limit=x', 'colour=red', 'limit=1&limit=2'])(
    'are not listed with an invalid parameter: %s',
    async (query) => {
      const path = await createDocument([]);
      const { status, body } = await get(`${path}/versions?${query}`);
      expect([status, body.type]).toEqual([400, 'urn:freehold:problem:invalid-query']);
    },
  );

  it('can be downloaded, whole, in part and conditionally', async () => {
    const path = await createDocument(['first bytes', 'second bytes']);
    const earlier = await get(`${path}/versions/1/content`);
    expect([earlier.status, earlier.text]).toEqual([200, 'first bytes']);
    expect(earlier.headers.get('etag')).toBe(`"${hex('first bytes')}"`);
    expect(earlier.headers.get(ROUND_TRIPS_HEADER)).toBe('1');
    expect((await get(`${path}/versions/1/content`, { range: 'bytes=0-4' })).text).toBe('first');
    const known = { 'if-none-match': `"x", W/"${hex('first bytes')}"` };
    expect((await get(`${path}/versions/1/content`, known)).status).toBe(304);
    expect((await get(`${path}/versions/2/content`, known)).text).toBe('second bytes');
    for (const number of ['0', '3', 'x', '1e0', '-1'])
      expect((await get(`${path}/versions/${number}/content`)).status).toBe(404);
    expect((await account.call(`${path}/versions/1/content`)).status).toBe(401);
  });

  it('leave an audit event for every download that sends bytes, and for no other', async () => {
    const path = await createDocument(['one', 'two']);
    const before = (await eventsOf(path)).length;
    const etag = `"${hex('two')}"`;
    await get(`${path}/content`);
    await get(`${path}/content`, { range: 'bytes=0-0' });
    await get(`${path}/versions/1/content`);
    await get(`${path}/content`, { 'if-none-match': etag });
    await get(`${path}/content`, { 'if-match': '"other"' });
    await get(`${path}/versions/9/content`);
    const head = await account.call(`${path}/content`, { method: 'HEAD', token });
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
    expect((await eventsOf(path)).slice(before)).toEqual(['download', 'download', 'download']);
  });

  it('have the media type of their bytes, and are never displayed as a page', async () => {
    const path = await createDocument(['%PDF-1.7 and so on']);
    expect((await get(path)).body.mediaType).toBe('application/pdf');
    expect((await get(`${path}/content`)).headers.get('content-type')).toBe('application/pdf');
    const pages = [
      ['<script>alert(1)</script>', 'text/html'],
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ] as const;
    for (const [content, type] of pages) {
      const stored = await upload(path, content, type);
      expect(stored.body.mediaType).toBe(type);
      const { headers } = await get(`${path}/content`);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const versions = await get(`${path}/versions`);
    const types = (versions.body.items as readonly { mediaType: string }[]).map(({ mediaType }) => mediaType);
    expect(types).toEqual(['image/svg+xml', 'text/html', 'application/pdf']);
  });

  it('can be purged with their bytes, except the current one', async () => {
    const path = await createDocument(['one', 'two', 'three']);
    expect((await remove(`${path}/versions/3`)).status).toBe(409);
    expect((await remove(`${path}/versions/1`, { 'if-match': '"1"' })).status).toBe(412);
    const purged = await remove(`${path}/versions/1`);
    expect([purged.status, purged.headers.get(ROUND_TRIPS_HEADER)]).toEqual([204, '2']);
    expect((await remove(`${path}/versions/1`)).status).toBe(404);
    expect((await get(`${path}/versions/1/content`)).status).toBe(404);
    const { body } = await get(path);
    expect(body).toMatchObject({ contentVersion: 3, previousVersions: [{ contentVersion: 2 }] });
    await expect.poll(() => keysOf(path)).toHaveLength(2);
    expect((await get(`${path}/versions/2/content`)).text).toBe('two');
    expect((await eventsOf(path)).filter((action) => action === 'purge')).toHaveLength(1);
    await upload(path, 'four');
    expect((await get(path)).body.contentVersion).toBe(4);
  });

  it('cannot change under legal hold', async () => {
    const path = await createDocument(['one', 'two']);
    await patch(path, { legalHold: true });
    expect((await upload(path, 'three')).status).toBe(409);
    expect((await remove(`${path}/versions/1`)).status).toBe(409);
    expect((await remove(path, { 'if-match': '*' })).status).toBe(409);
    expect(await keysOf(path)).toHaveLength(2);
    const empty = await createDocument(['the first bytes are not a replacement'], { legalHold: true });
    expect((await get(empty)).body.contentVersion).toBe(1);
  });

  it('are kept while they must be retained, and new ones can be added', async () => {
    const path = await createDocument(['one'], { retainUntil: '2999-12-31' });
    expect((await upload(path, 'two')).body.contentVersion).toBe(2);
    expect((await remove(`${path}/versions/1`)).status).toBe(409);
    expect((await remove(path, { 'if-match': '*' })).status).toBe(409);
    expect((await get(`${path}/versions/1/content`)).text).toBe('one');
  });

  it('are stored under keys that cannot be guessed', async () => {
    const path = await createDocument(['one', 'two']);
    const id = path.split('/').at(-1);
    for (const key of await keysOf(path)) expect(key).toMatch(new RegExp(`^documents/${id}/[0-9a-f]{32}$`));
    const seen = [await get(path), await get(`${path}/versions`), await get('/v1/documents')];
    for (const { text } of seen) expect(text).not.toMatch(/object_?key/i);
  });

  it('are deleted with their document', async () => {
    const path = await createDocument(['one', 'two']);
    expect((await remove(path, { 'if-match': '*' })).status).toBe(204);
    await expect.poll(() => keysOf(path)).toEqual([]);
    const count = account.database.prepare(
      'select count(*) as n from document_contents where document_id = ?',
    );
    expect(await count.bind(path.split('/').at(-1)).first('n')).toBe(0);
  });
});
