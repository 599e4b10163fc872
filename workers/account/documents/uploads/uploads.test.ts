import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../../schema/model/limits.ts';
import { startAccount, type TestAccount } from '../../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../../testing/worker/test-headers.ts';

const PART = limits.documentPartBytes;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array) => sha256(bytes).toString('hex');
const digestHeader = (bytes: Uint8Array) => `sha-256=:${sha256(bytes).toString('base64')}:`;

describe('an upload in parts', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(PART + 1_000)]);
  const [first, second] = [bytes.subarray(0, PART), bytes.subarray(PART)] as const;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function createDocument(fields = {}): Promise<string> {
    const body = { title: 'Survey', fileName: 'survey.pdf', ...fields };
    const { headers } = await account.call('/v1/documents', { method: 'POST', token, body });
    return headers.get('location') ?? '';
  }

  async function start(document: string, body: unknown = { sizeBytes: bytes.byteLength }) {
    const answer = await account.call(`${document}/uploads`, { method: 'POST', token, body });
    return { ...answer, path: answer.headers.get('location') ?? '' };
  }

  const putPart = (path: string, number: number, body: Uint8Array, headers = {}) =>
    account.call(`${path}/parts/${number}`, { method: 'PUT', token, body, headers });

  const complete = (path: string, body?: unknown, headers = {}) =>
    account.call(`${path}/completion`, { method: 'POST', token, body, headers });

  async function keysOf(document: string): Promise<readonly string[]> {
    const { objects } = await account.bucket.list({ prefix: `documents/${document.split('/').at(-1)}/` });
    return objects.map(({ key }) => key);
  }

  it('makes one document from parts sent in any order, in at most two round trips', async () => {
    const document = await createDocument();
    const upload = await start(document, { sizeBytes: bytes.byteLength, sha256: hex(bytes) });
    expect(upload.status).toBe(201);
    expect(upload.path).toBe(`${document}/uploads/${upload.body.uploadId}`);
    expect(upload.body).toMatchObject({
      status: 'open',
      partSizeBytes: PART,
      partCount: 2,
      sizeBytes: bytes.byteLength,
      sha256: hex(bytes),
      parts: [],
    });
    expect(upload.text).not.toContain('documents/');

    const last = await putPart(upload.path, 2, second, { 'content-digest': digestHeader(second) });
    expect([last.status, last.body]).toEqual([
      200,
      { number: 2, sizeBytes: second.byteLength, sha256: hex(second) },
    ]);
    expect((await putPart(upload.path, 1, first)).status).toBe(200);
    expect(await keysOf(document)).toEqual([]);

    const done = await complete(upload.path);
    expect([done.status, done.headers.get('etag')]).toEqual([200, '"2"']);
    expect(done.body).toMatchObject({
      contentVersion: 1,
      sizeBytes: bytes.byteLength,
      sha256: hex(bytes),
      mediaType: 'application/pdf',
    });
    const { bytes: received } = await account.call(`${document}/content`, { token });
    expect(hex(received)).toBe(hex(bytes));
    const answers = [upload, last, done];
    expect(answers.map(({ headers }) => headers.get(ROUND_TRIPS_HEADER))).toEqual(['2', '2', '2']);

    const again = await complete(upload.path);
    expect([again.status, again.body]).toEqual([200, done.body]);
    const seen = await account.call(upload.path, { token });
    expect(seen.body).toMatchObject({ status: 'completed', contentVersion: 1, parts: [] });
    expect(seen.headers.get(ROUND_TRIPS_HEADER)).toBe('1');
    for (const late of [
      await putPart(upload.path, 1, first),
      await account.call(upload.path, { method: 'DELETE', token }),
    ])
      expect([late.status, late.body.type]).toEqual([409, 'urn:freehold:problem:upload-completed']);
  });

  it('can be continued, and accepts a part that is sent again', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await putPart(path, 1, Buffer.alloc(PART, 7));
    const early = await complete(path);
    expect([early.status, early.body]).toMatchObject([
      409,
      { type: 'urn:freehold:problem:parts-missing', missingParts: [2] },
    ]);
    expect((await putPart(path, 1, first)).status).toBe(200);
    const seen = await account.call(path, { token });
    expect(seen.body.parts).toEqual([{ number: 1, sizeBytes: PART, sha256: hex(first) }]);
    const open = await account.call(`${document}/uploads`, { token });
    expect(open.body.items).toMatchObject([{ uploadId: seen.body.uploadId, status: 'open' }]);
    await putPart(path, 2, second);
    expect((await complete(path, { sha256: hex(bytes) })).body.sha256).toBe(hex(bytes));
  });

  it('keeps a part when the one sent again does not match its digest', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await putPart(path, 1, first);
    await putPart(path, 2, second);
    const wrong = await putPart(path, 2, second, { 'content-digest': digestHeader(first) });
    expect([wrong.status, wrong.body.type]).toEqual([400, 'urn:freehold:problem:digest-mismatch']);
    expect((await complete(path, { sha256: hex(bytes) })).status).toBe(200);
  });

  it('stores nothing when the whole does not match its digest', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await putPart(path, 1, first);
    await putPart(path, 2, second);
    const answer = await complete(path, { sha256: hex(first) });
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:freehold:problem:upload-digest-mismatch']);
    expect((await account.call(path, { token })).status).toBe(404);
    await expect.poll(() => keysOf(document)).toEqual([]);
    expect((await account.call(document, { token })).body.contentVersion).toBeUndefined();
  });

  it('gives two concurrent completions the same result', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await Promise.all([putPart(path, 1, first), putPart(path, 2, second)]);
    const answers = await Promise.all([complete(path), complete(path)]);
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await account.call(document, { token })).body).toMatchObject({ contentVersion: 1 });
    expect(await keysOf(document)).toHaveLength(1);
    const { bytes: received } = await account.call(`${document}/content`, { token });
    expect(hex(received)).toBe(hex(bytes));
  });

  it('can be completed after a crash between the bucket and the row', async () => {
    const document = await createDocument();
    const { path, body } = await start(document);
    const parts = [await putPart(path, 1, first), await putPart(path, 2, second)];
    expect(parts.map(({ status }) => status)).toEqual([200, 200]);
    const select = 'select * from document_uploads where id = ?';
    const upload = await account.database.prepare(select).bind(body.uploadId).first<Record<string, string>>();
    const etags = await account.database
      .prepare('select part_number as partNumber, etag from document_upload_parts where upload_id = ?')
      .bind(body.uploadId)
      .all<{ partNumber: number; etag: string }>();
    const multipart = account.bucket.resumeMultipartUpload(
      String(upload?.object_key),
      String(upload?.r2_upload_id),
    );
    await multipart.complete(etags.results);
    expect((await complete(path)).body).toMatchObject({ contentVersion: 1, sha256: hex(bytes) });
  });

  it('respects If-Match, and keeps concurrent changes', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await Promise.all([putPart(path, 1, first), putPart(path, 2, second)]);
    const patch = { method: 'PATCH', token, body: { title: 'Land survey' }, headers: { 'if-match': '"1"' } };
    expect((await account.call(document, patch)).status).toBe(200);
    expect((await complete(path, {}, { 'if-match': '"1"' })).status).toBe(412);
    const done = await complete(path, {}, { 'if-match': '"2"' });
    expect(done.body).toMatchObject({ title: 'Land survey', contentVersion: 1, version: 3 });
  });

  it('can be aborted, with all its parts', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await putPart(path, 1, first);
    const aborted = await account.call(path, { method: 'DELETE', token });
    expect([aborted.status, aborted.headers.get(ROUND_TRIPS_HEADER)]).toEqual([204, '1']);
    const after = [
      await account.call(path, { token }),
      await putPart(path, 2, second),
      await complete(path),
      await account.call(path, { method: 'DELETE', token }),
    ];
    expect(after.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const rows = await account.database.prepare('select * from document_upload_parts').all();
    expect(rows.results.filter(({ upload_id }) => path.endsWith(String(upload_id)))).toEqual([]);
  });

  it.each([
    ['another size', 2, Buffer.from('short'), 422, 'wrong-part-size'],
    ['a number that is too high', 3, Buffer.from('x'), 404, 'part-not-found'],
    ['the number 0', 0, Buffer.from('x'), 404, 'part-not-found'],
  ])('refuses a part with %s', async (_what, number, body, status, code) => {
    const { path } = await start(await createDocument());
    const answer = await putPart(path, number, body);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:freehold:problem:${code}`]);
  });

  it('requires the length of a part', async () => {
    const { path } = await start(await createDocument());
    async function* chunks() {
      yield second;
    }
    const answer = await account.call(`${path}/parts/2`, { method: 'PUT', token, body: chunks() });
    expect(answer.status).toBe(411);
  });

  it.each([
    [{ sizeBytes: 0 }, '#/sizeBytes'],
    [{ sizeBytes: limits.documentUploadBytesMax + 1 }, '#/sizeBytes'],
    [{}, '#/sizeBytes'],
    [{ sizeBytes: 1, sha256: 'x' }, '#/sha256'],
    [{ sizeBytes: 1, mediaType: 'x' }, '#/mediaType'],
  ])('does not start with %j', async (body, pointer) => {
    const answer = await start(await createDocument(), body);
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer }]]);
  });

  it('is limited to ten per document', async () => {
    const document = await createDocument();
    const starts = await Promise.all(Array.from({ length: 12 }, () => start(document)));
    expect(starts.map(({ status }) => status).sort()).toEqual([...Array(10).fill(201), 409, 409]);
  });

  it('does not replace the bytes of a document under legal hold', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    await Promise.all([putPart(path, 1, first), putPart(path, 2, second)]);
    await account.call(`${document}/content`, { method: 'PUT', token, body: 'present' });
    const headers = { 'if-match': '*' };
    await account.call(document, { method: 'PATCH', token, body: { legalHold: true }, headers });
    expect((await complete(path)).status).toBe(409);
    expect((await start(document)).status).toBe(409);
    await account.call(document, { method: 'PATCH', token, body: { legalHold: false }, headers });
    expect((await complete(path)).body).toMatchObject({ contentVersion: 2 });
  });

  it('belongs to its document and requires the write permission', async () => {
    const document = await createDocument();
    const { path } = await start(document);
    const elsewhere = path.replace(document, await createDocument());
    expect((await account.call(elsewhere, { token })).status).toBe(404);
    const groupBody = { name: 'Clerks', permissions: ['documents:read', 'documents:download'] };
    const group = await account.call('/v1/groups', { method: 'POST', token, body: groupBody });
    const email = 'clerk@harbourvale.example';
    await account.call('/v1/users', { method: 'POST', token, body: { email, groupIds: [group.body.id] } });
    const theirs = await account.token({ subject: 'clerk', email });
    const calls = [
      account.call(path, { token: theirs }),
      account.call(`${document}/uploads`, { token: theirs }),
      account.call(`${document}/uploads`, { method: 'POST', token: theirs, body: { sizeBytes: 9 } }),
      account.call(`${path}/parts/2`, { method: 'PUT', token: theirs, body: second }),
      account.call(`${path}/completion`, { method: 'POST', token: theirs }),
      account.call(path, { method: 'DELETE', token: theirs }),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(6).fill(403));
    expect((await account.call(path, { token })).body.parts).toEqual([]);
  });

  it('is recorded in the audit trail when it is completed', async () => {
    const document = await createDocument();
    const { path } = await start(document, { sizeBytes: 5 });
    await putPart(path, 1, Buffer.from('bytes'));
    await complete(path);
    const events = await account.call(`/v1/audit-events?rowId=${document.split('/').at(-1)}`, { token });
    const actions = (events.body.items as readonly { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual(['create', 'upload']);
  });

  it('does not store a part that is interrupted', async () => {
    const { path } = await start(await createDocument());
    await new Promise<void>((resolve) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': String(PART) };
      const sending = httpRequest(new URL(`${path}/parts/1`, account.url), { method: 'PUT', headers });
      sending.on('error', () => resolve());
      sending.write(first.subarray(0, 300_000), () => sending.destroy());
    });
    // Another part is stored meanwhile; of the first one there is nothing.
    expect((await putPart(path, 2, second)).status).toBe(200);
    expect((await account.call(path, { token })).body.parts).toMatchObject([{ number: 2 }]);
    expect((await putPart(path, 1, first)).status).toBe(200);
  });
});
