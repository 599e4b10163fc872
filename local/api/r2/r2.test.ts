import Cloudflare from 'cloudflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../../testing.ts';

const buckets = '/accounts/{account}/r2/buckets';
const eu = { 'cf-r2-jurisdiction': 'eu' };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

describe('R2 buckets', () => {
  it('return their settings on creation and later', async () => {
    const created = await cloud.call('POST', buckets, { name: 'fh-created', storageClass: 'Standard' }, eu);
    const details = { name: 'fh-created', storage_class: 'Standard', jurisdiction: 'eu' };
    expect(created).toMatchObject({ status: 200, body: { result: details } });
    expect((await cloud.call('GET', `${buckets}/fh-created`, undefined, eu)).body.result).toMatchObject({
      ...details,
      creation_date: created.body.result.creation_date,
      location: created.body.result.location,
    });
  });

  it('belong to the jurisdiction of the header, and names are unique per jurisdiction', async () => {
    await cloud.call('POST', buckets, { name: 'two-places' }, eu);
    const elsewhere = await cloud.call('GET', `${buckets}/two-places`, undefined, {
      'cf-r2-jurisdiction': 'default',
    });
    expect(elsewhere).toMatchObject({ status: 404, body: { errors: [{ code: 10006 }] } });
    expect((await cloud.call('POST', buckets, { name: 'two-places' })).status).toBe(200);
    const again = await cloud.call('POST', buckets, { name: 'two-places' }, eu);
    expect(again).toMatchObject({ status: 409, body: { errors: [{ code: 10004 }] } });
  });

  it('refuse a name that R2 would refuse', async () => {
    const refused = await cloud.call('POST', buckets, { name: 'Under_score' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 10005 }] } });
  });

  it('change their storage class by a PATCH without a body', async () => {
    await cloud.call('POST', buckets, { name: 'patched' }, eu);
    const headers = { ...eu, 'cf-r2-storage-class': 'InfrequentAccess' };
    expect(
      (await cloud.call('PATCH', `${buckets}/patched`, undefined, headers)).body.result.storage_class,
    ).toBe('InfrequentAccess');
    const other = await cloud.call('PATCH', `${buckets}/patched`);
    expect(other).toMatchObject({ status: 404, body: { errors: [{ code: 10006 }] } });
  });

  it('keep lifecycle, lock and CORS rules', async () => {
    await cloud.call('POST', buckets, { name: 'ruled' }, eu);
    for (const setting of ['lifecycle', 'lock', 'cors']) {
      const url = `${buckets}/ruled/${setting}`;
      expect((await cloud.call('GET', url, undefined, eu)).body.result.rules).toEqual([]);
      const rules = [{ id: setting, enabled: true }];
      expect((await cloud.call('PUT', url, { rules }, eu)).status).toBe(200);
      expect((await cloud.call('GET', url, undefined, eu)).body.result.rules).toEqual(rules);
    }
    await cloud.call('DELETE', `${buckets}/ruled/cors`, undefined, eu);
    expect((await cloud.call('GET', `${buckets}/ruled/cors`, undefined, eu)).body.result.rules).toEqual([]);
  });

  it('are listed through the SDK by jurisdiction', async () => {
    await cloud.call('POST', buckets, { name: 'us-only' }, { 'cf-r2-jurisdiction': 'us' });
    const client = new Cloudflare({ baseURL: cloud.cloudflareApi, apiToken: cloud.config.apiToken });
    const listed = await client.r2.buckets.list(
      { account_id: cloud.config.accountId },
      { headers: { 'cf-r2-jurisdiction': 'us' } },
    );
    expect(listed.buckets?.map((bucket) => bucket.name)).toEqual(['us-only']);
  });
});

describe('R2 objects', () => {
  it('are returned unchanged, for any key', async () => {
    await cloud.call('POST', buckets, { name: 'objects' }, eu);
    const key = encodeURIComponent('folder/a b+ü.txt');
    const bytes = new Uint8Array(3_000_000).fill(7);
    const put = await cloud.call('PUT', `${buckets}/objects/objects/${key}`, bytes, {
      ...eu,
      'content-type': 'text/x-test',
    });
    expect(put.body.result).toMatchObject({ key: 'folder/a b+ü.txt', size: bytes.length });
    const answer = await fetch(
      `${cloud.cloudflareApi}${buckets.replace('{account}', cloud.config.accountId)}/objects/objects/${key}`,
      { headers: { authorization: `Bearer ${cloud.config.apiToken}`, ...eu } },
    );
    expect(answer.headers.get('content-type')).toBe('text/x-test');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('are listed by prefix and page, and deleted individually or together', async () => {
    await cloud.call('POST', buckets, { name: 'listing' }, eu);
    const objects = `${buckets}/listing/objects`;
    for (const key of ['a/1', 'a/2', 'b/1']) await cloud.call('PUT', `${objects}/${key}`, 'x', eu);
    const first = await cloud.call('GET', `${objects}?prefix=a/&per_page=1`, undefined, eu);
    expect(first.body.result).toMatchObject([{ key: 'a/1', size: 1 }]);
    expect(first.body.result_info.is_truncated).toBe(true);
    const next = `${objects}?prefix=a/&cursor=${encodeURIComponent(first.body.result_info.cursor)}`;
    expect((await cloud.call('GET', next, undefined, eu)).body.result).toMatchObject([{ key: 'a/2' }]);
    await cloud.call('DELETE', `${objects}/a/1`, undefined, eu);
    await cloud.call('DELETE', objects, ['a/2', 'b/1'], eu);
    expect((await cloud.call('GET', objects, undefined, eu)).body.result).toEqual([]);
    const gone = await cloud.call('GET', `${objects}/a/1`, undefined, eu);
    expect(gone).toMatchObject({ status: 404, body: { errors: [{ code: 10007 }] } });
  });

  it('prevent the deletion of their bucket', async () => {
    await cloud.call('POST', buckets, { name: 'full' }, eu);
    await cloud.call('PUT', `${buckets}/full/objects/k`, 'x', eu);
    const refused = await cloud.call('DELETE', `${buckets}/full`, undefined, eu);
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ code: 10008 }] } });
    await cloud.call('DELETE', `${buckets}/full/objects/k`, undefined, eu);
    expect((await cloud.call('DELETE', `${buckets}/full`, undefined, eu)).status).toBe(200);
    expect((await cloud.call('DELETE', `${buckets}/full`, undefined, eu)).status).toBe(404);
  });
});
