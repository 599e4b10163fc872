import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import type { ApiAnswer } from '../../testing/api-client.ts';
import { readAnswer, toNdjson } from '../../testing/bulk-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const BYTES = { 'content-type': 'application/octet-stream' };
const NONE = { 'if-none-match': '*' };
const problem = ({ status, body }: ApiAnswer) => [status, String(body.type).split(':').at(-1)];

describe('the conditions and encodings of a write', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let client: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    client = await create('clients', { lastName: 'Holloway' });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  function send(method: string, path: string, body: unknown, headers = {}): Promise<ApiAnswer> {
    return account.call(path, { method, token, body, headers });
  }

  async function create(collection: string, body: object): Promise<string> {
    const { status, headers } = await send('POST', `/v1/${collection}`, body);
    expect(status).toBe(201);
    return headers.get('location') ?? '';
  }

  const contentOf = async (document: string) => (await account.call(`${document}/content`, { token })).text;

  it.each([
    ['content-range', 'bytes 5-9/10'],
    ['range', 'bytes=5-'],
    ['if-range', '"1"'],
    ['if-unmodified-since', 'Mon, 12 Jan 2026 09:30:00 GMT'],
    ['if', '(<urn:x>)'],
    ['upload-offset', '5'],
    ['if-none-match', '"1"'],
  ])('are refused when the upload does not understand %s, and the bytes stay', async (header, value) => {
    const document = await create('documents', { title: 'Passport' });
    await send('PUT', `${document}/content`, 'first half', BYTES);
    const answer = await send('PUT', `${document}/content`, 'half', { ...BYTES, [header]: value });
    expect(problem(answer)).toEqual([400, 'invalid-header']);
    expect(answer.body.errors).toMatchObject([{ pointer: `#/headers/${header}` }]);
    expect(await contentOf(document)).toBe('first half');
  });

  it('store bytes only where there are none with If-None-Match: *', async () => {
    const document = await create('documents', { title: 'Passport' });
    const path = `${document}/content`;
    expect((await send('PUT', path, 'one', { ...BYTES, ...NONE })).status).toBe(200);
    const again = await send('PUT', path, 'two', { ...BYTES, ...NONE });
    expect(problem(again)).toEqual([412, 'already-exists']);
    expect(again.headers.get('etag')).toBe('"2"');
    expect(await contentOf(document)).toBe('one');
    const uploads = await send('POST', `${document}/uploads`, { sizeBytes: 3 }, NONE);
    expect(problem(uploads)).toEqual([412, 'already-exists']);
  });

  it('let one of several uploads with If-None-Match: * win', async () => {
    const document = await create('documents', { title: 'Passport' });
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => send('PUT', `${document}/content`, text, { ...BYTES, ...NONE })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('never change a row that exists with If-None-Match: *', async () => {
    const headers = { 'if-match': '*', ...NONE };
    const answers = [
      await send('PUT', client, { lastName: 'Hale' }, headers),
      await send('PATCH', client, { lastName: 'Hale' }, headers),
      await send('DELETE', client, undefined, headers),
    ];
    for (const answer of answers) expect(problem(answer)).toEqual([412, 'already-exists']);
    const set = { documents: [], cases: [], clients: [] };
    expect((await send('PUT', '/v1/retention', set, headers)).status).toBe(200);
    expect(problem(await send('PUT', '/v1/retention', set, headers))).toEqual([412, 'already-exists']);
  });

  it('are refused where a route has none', async () => {
    const answers = [
      await send('POST', '/v1/clients', { lastName: 'Hale' }, { 'if-match': '"7"' }),
      await send('POST', '/v1/clients', { lastName: 'Hale' }, NONE),
      await send('POST', '/v1/search/rebuild', undefined, NONE),
    ];
    for (const answer of answers) expect(problem(answer)).toEqual([400, 'invalid-header']);
    expect((await account.call('/v1/clients', { method: 'POST', body: {}, headers: NONE })).status).toBe(401);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
  ])('decode JSON and imports that are sent with %s', async (encoding, compress) => {
    const headers = { 'content-encoding': encoding };
    const json = { ...headers, 'content-type': 'application/json' };
    const made = await send('POST', '/v1/clients', compress(JSON.stringify({ lastName: 'Ł' })), json);
    expect([made.status, made.body.lastName]).toEqual([201, 'Ł']);
    const lines = compress(
      toNdjson(Array.from({ length: 2_000 }, (_, index) => ({ lastName: `N${index}` }))),
    );
    const imported = await send('POST', '/v1/imports/clients', lines, {
      ...{ ...headers, 'content-type': 'application/x-ndjson', 'idempotency-key': encoding },
    });
    expect(readAnswer(imported.text).summary).toMatchObject({ created: 2_000, complete: true });
  });

  it('bound what a small body decodes to', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(problem(await send('POST', '/v1/clients', bomb, headers))).toEqual([413, 'body-too-large']);
  });

  it('refuse a body that is too large before it is decoded', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const large = gzipSync(randomBytes(1_500_000));
    expect(problem(await send('POST', '/v1/clients', large, headers))).toEqual([413, 'body-too-large']);
  });

  it('refuse a body that is not encoded as it says', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(problem(await send('POST', '/v1/clients', { lastName: 'Hale' }, headers))).toEqual([
      400,
      'malformed-body',
    ]);
    const cut = gzipSync(JSON.stringify({ lastName: 'x'.repeat(50) })).subarray(0, 30);
    expect(problem(await send('POST', '/v1/clients', cut, headers))).toEqual([400, 'malformed-body']);
    const lines = { ...headers, 'content-type': 'application/x-ndjson', 'idempotency-key': 'not-gzip' };
    expect(problem(await send('POST', '/v1/imports/clients', '{}', lines))).toEqual([400, 'malformed-body']);
  });

  it('refuse other encodings, and say which are accepted', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'br' };
    const answer = await send('POST', '/v1/clients', brotliCompressSync('{}'), headers);
    expect(problem(answer)).toEqual([415, 'unsupported-content-encoding']);
    expect(answer.headers.get('accept-encoding')).toBe('gzip, deflate');
    const twice = { ...headers, 'content-encoding': 'gzip, gzip' };
    expect((await send('POST', '/v1/clients', '{}', twice)).status).toBe(415);
  });

  it.each([
    ['an encoded file', { ...BYTES, 'content-encoding': 'gzip' }, 'unsupported-content-encoding'],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, 'unsupported-media-type'],
    ['an encoded form', { 'content-type': 'application/x-www-form-urlencoded' }, 'unsupported-media-type'],
  ])('refuse %s as the bytes of a document', async (_what, headers, code) => {
    const document = await create('documents', { title: 'Passport' });
    expect(problem(await send('PUT', `${document}/content`, 'bytes', headers))).toEqual([415, code]);
    const { body } = await send('POST', `${document}/uploads`, { sizeBytes: 5 });
    const part = `${document}/uploads/${body.uploadId}/parts/1`;
    expect(problem(await send('PUT', part, 'bytes', headers))).toEqual([415, code]);
    const { objects } = await account.bucket.list({ prefix: `documents/${document.split('/').at(-1)}/` });
    expect(objects).toEqual([]);
  });

  it('require If-Match for an empty body over bytes', async () => {
    const document = await create('documents', { title: 'Passport' });
    const path = `${document}/content`;
    expect((await send('PUT', path, '', BYTES)).status).toBe(200);
    await send('PUT', path, 'bytes', BYTES);
    const refused = await send('PUT', path, '', BYTES);
    expect([...problem(refused), refused.headers.get('etag')]).toEqual([428, 'precondition-required', '"3"']);
    expect(await contentOf(document)).toBe('bytes');
    expect((await send('PUT', path, '', { ...BYTES, 'if-match': '"3"' })).status).toBe(200);
    expect(await contentOf(document)).toBe('');
  });
});
