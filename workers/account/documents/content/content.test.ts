import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../../schema/account/seed.ts';
import { openDatabase } from '../../../http/database/database.ts';
import { startAccount, type TestAccount } from '../../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../../testing/issuer.ts';
import {
  D1_ERROR_FROM_HEADER,
  D1_ERROR_HEADER,
  D1_LOST_ANSWER_HEADER,
} from '../../../testing/worker/test-headers.ts';
import type { AccountBindings } from '../../bindings.ts';
import { createDocumentSweep } from '../sweep-documents.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array) => sha256(bytes).toString('hex');
const digestHeader = (bytes: Uint8Array) => `sha-256=:${sha256(bytes).toString('base64')}:`;

describe("a document's bytes", () => {
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

  async function createDocument(fields = {}): Promise<string> {
    const body = { title: 'Passport', fileName: 'passport.pdf', ...fields };
    const { headers } = await account.call('/v1/documents', { method: 'POST', token, body });
    return headers.get('location') ?? '';
  }

  async function upload(path: string, body: Uint8Array, headers = {}) {
    const type = { 'content-type': 'application/pdf', ...headers };
    return await account.call(`${path}/content`, { method: 'PUT', token, body, headers: type });
  }

  async function download(path: string, headers = {}) {
    return await account.call(`${path}/content`, { token, headers });
  }

  async function keysOf(path: string): Promise<readonly string[]> {
    const { objects } = await account.bucket.list({ prefix: `documents/${path.split('/').at(-1)}/` });
    return objects.map(({ key }) => key.split('/').at(-1) ?? '');
  }

  /** Runs the sweep of documents as in a day and an hour. */
  async function sweepTomorrow(): Promise<void> {
    const nowMs = Date.now() + 90_000_000;
    await createDocumentSweep().run({
      bindings: { DB: account.database, DOCUMENTS: account.bucket } as unknown as AccountBindings,
      database: openDatabase(account.database, 'first-primary'),
      nowMs,
      now: () => nowMs,
      deadlineMs: nowMs + 60_000,
    });
    await account.database.prepare('delete from maintenance_positions').run();
  }

  it('are returned unchanged, with their size, digest and type on the row', async () => {
    const path = await createDocument();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(2_999_992)]);
    const stored = await upload(path, bytes, { 'content-digest': digestHeader(bytes) });
    expect([stored.status, stored.headers.get('etag')]).toEqual([200, '"2"']);
    expect(stored.body).toMatchObject({
      version: 2,
      contentVersion: 1,
      sizeBytes: bytes.byteLength,
      sha256: hex(bytes),
      mediaType: 'application/pdf',
    });
    const { status, headers, bytes: received } = await download(path);
    expect(status).toBe(200);
    expect(Buffer.from(received).equals(bytes)).toBe(true);
    expect(headers.get('etag')).toBe(`"${hex(bytes)}"`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-length')).toBe('3000000');
    expect(headers.get('content-digest')).toBe(digestHeader(bytes));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('are not stored when they do not match their digest', async () => {
    const path = await createDocument();
    const { status, body } = await upload(path, Buffer.from('hello'), {
      'content-digest': digestHeader(Buffer.from('bye')),
    });
    expect([status, body.type]).toEqual([400, 'urn:freehold:problem:digest-mismatch']);
    expect(await keysOf(path)).toEqual([]);
    expect((await account.call(path, { token })).body.version).toBe(1);
    expect((await download(path)).status).toBe(404);
  });

  it.each(['sha-256=abc', 'sha-256=:AAAA:', 'nonsense'])('are refused with the digest %s', async (digest) => {
    const path = await createDocument();
    const { status, body } = await upload(path, Buffer.from('hello'), { 'content-digest': digest });
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '#/headers/content-digest' }]]);
  });

  it('are refused above the limit without being read', async () => {
    const path = await createDocument();
    const status = await new Promise((resolve, reject) => {
      const url = new URL(`${path}/content`, account.url);
      const headers = {
        authorization: `Bearer ${token}`,
        'content-length': '200000000',
        'content-type': 'text/plain',
      };
      const sending = httpRequest(url, { method: 'PUT', headers }, (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      sending.write('the first of many bytes');
    });
    expect(status).toBe(413);
    expect(await keysOf(path)).toEqual([]);
  });

  it('are not stored when the sender disconnects in the middle', async () => {
    const path = await createDocument();
    await new Promise<void>((resolve) => {
      const url = new URL(`${path}/content`, account.url);
      const headers = {
        authorization: `Bearer ${token}`,
        'content-length': '1000000',
        'content-type': 'text/plain',
      };
      const sending = httpRequest(url, { method: 'PUT', headers });
      sending.on('error', () => resolve());
      sending.write(Buffer.alloc(200_000), () => sending.destroy());
    });
    expect((await upload(path, Buffer.from('again'))).body).toMatchObject({ contentVersion: 1 });
    expect(await keysOf(path)).toHaveLength(1);
    expect((await download(path)).text).toBe('again');
  });

  it('may be sent without a length up to a limit', async () => {
    const path = await createDocument();
    async function* chunks(bytesEach: number, times: number) {
      for (let index = 0; index < times; index++) yield new Uint8Array(bytesEach);
    }
    const send = (body: unknown) => account.call(`${path}/content`, { method: 'PUT', token, body });
    const few = await send(chunks(1000, 11));
    expect(few.body).toMatchObject({ sizeBytes: 11_000, sha256: hex(new Uint8Array(11_000)) });
    const many = await send(chunks(1_000_000, 9));
    expect([many.status, many.body.type]).toEqual([411, 'urn:freehold:problem:length-required']);
    expect(await keysOf(path)).toHaveLength(1);
  });

  it.each([
    ['bytes=0-4', 206, 'hello', 'bytes 0-4/11'],
    ['bytes=6-', 206, 'world', 'bytes 6-10/11'],
    ['bytes=-5', 206, 'world', 'bytes 6-10/11'],
    ['bytes=0-999', 206, 'hello world', 'bytes 0-10/11'],
    ['bytes=4-2', 200, 'hello world', null],
    ['bytes=0-1,3-4', 200, 'hello world', null],
    ['lines=0-1', 200, 'hello world', null],
    ['Bytes=6-99999999999999999999', 206, 'world', 'bytes 6-10/11'],
    ['bytes=-99999999999999999999', 206, 'hello world', 'bytes 0-10/11'],
  ])('can be read in part: %s', async (range, status, text, contentRange) => {
    const path = await createDocument();
    await upload(path, Buffer.from('hello world'));
    const answer = await download(path, { range });
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([
      status,
      text,
      contentRange,
    ]);
    expect(answer.headers.get('repr-digest')).toBe(digestHeader(Buffer.from('hello world')));
  });

  it('lead to 416 with their size for a range outside them', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('hello'));
    const { status, headers } = await download(path, { range: 'bytes=5-' });
    expect([status, headers.get('content-range')]).toEqual([416, 'bytes */5']);
  });

  it('are sent only when they have changed', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('hello'));
    const etag = `"${hex(Buffer.from('hello'))}"`;
    expect((await download(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await download(path, { 'if-match': '"other"' })).status).toBe(412);
    expect((await download(path, { range: 'bytes=0-1', 'if-range': etag })).text).toBe('he');
    expect((await download(path, { range: 'bytes=0-1', 'if-range': '"other"' })).text).toBe('hello');
  });

  it('are sent by date conditions only without entity tags', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('hello'));
    const first = await download(path);
    const modified = first.headers.get('last-modified') ?? '';
    const etag = first.headers.get('etag') ?? '';
    const before = new Date(Date.parse(modified) - 1_000).toUTCString();
    const statusWith = async (headers: Record<string, string>) => (await download(path, headers)).status;
    expect(await statusWith({ 'if-modified-since': modified })).toBe(304);
    expect(await statusWith({ 'if-modified-since': before })).toBe(200);
    expect(await statusWith({ 'if-modified-since': 'yesterday' })).toBe(200);
    expect(await statusWith({ 'if-modified-since': modified, 'if-none-match': '"other"' })).toBe(200);
    expect(await statusWith({ 'if-unmodified-since': modified })).toBe(200);
    expect(await statusWith({ 'if-unmodified-since': before })).toBe(412);
    expect(await statusWith({ 'if-unmodified-since': before, 'if-match': etag })).toBe(200);
    const dated = await download(path, { range: 'bytes=0-1', 'if-range': modified });
    expect([dated.status, dated.text]).toEqual([200, 'hello']);
  });

  it('are in the audit trail once for each response that contains any of them', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('hello'));
    const { headers } = await download(path);
    const modified = headers.get('last-modified') ?? '';
    const later = new Date(Date.parse(modified) - 60_000).toUTCString();
    const silent = [
      { range: 'bytes=5-' },
      { range: 'bytes=-0' },
      { range: 'bytes=9-', 'if-range': headers.get('etag') ?? '' },
      { 'if-modified-since': modified },
      { 'if-modified-since': 'Fri, 31 Dec 9999 23:59:59 GMT' },
      { 'if-unmodified-since': later },
      { 'if-none-match': '*' },
    ];
    const statuses = [];
    for (const each of silent) statuses.push((await download(path, each)).status);
    expect(statuses).toEqual([416, 416, 416, 304, 304, 412, 304]);
    const id = path.split('/').at(-1);
    const events = async () =>
      (await account.call(`/v1/audit-events?rowId=${id}&action=download`, { token })).body.items;
    expect(await events()).toHaveLength(1);
    const told = [
      { range: 'bytes=5-', 'if-range': '"other"' },
      { 'if-modified-since': later },
      { 'if-unmodified-since': 'Fri, 31 Dec 9999 23:59:59 GMT' },
    ];
    for (const each of told) expect((await download(path, each)).status).toBe(200);
    expect(await events()).toHaveLength(1 + told.length);
  });

  it('are described as a whole by HEAD, for any range', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('hello'));
    const head = await account.call(`${path}/content`, {
      method: 'HEAD',
      token,
      headers: { range: 'bytes=0-1' },
    });
    expect([head.status, head.headers.get('content-length'), head.text]).toEqual([200, '5', '']);
  });

  it('are saved by browsers under a safe name', async () => {
    const path = await createDocument({ fileName: '../r"é;sumé\\.html' });
    await upload(path, Buffer.from('<script>'), { 'content-type': 'text/html' });
    const disposition = (await download(path)).headers.get('content-disposition');
    expect(disposition).toBe(
      `attachment; filename=".._r___sum__.html"; filename*=UTF-8''.._r%22%C3%A9%3Bsum%C3%A9_.html`,
    );
  });

  it('replace earlier ones, which are kept and listed on the row', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('one'));
    const { body } = await upload(path, Buffer.from('two'), { 'if-match': '"2"' });
    expect(body).toMatchObject({
      contentVersion: 2,
      previousVersions: [{ contentVersion: 1, sizeBytes: 3, sha256: hex(Buffer.from('one')) }],
    });
    expect(await keysOf(path)).toHaveLength(2);
    expect((await download(path)).text).toBe('two');
    expect((await upload(path, Buffer.from('three'), { 'if-match': '"2"' })).status).toBe(412);
  });

  it('are all kept when several uploads run at once, the last as the current ones', async () => {
    const path = await createDocument();
    const contents = Array.from({ length: 6 }, (_, index) => randomBytes(100_000 + index));
    const answers = await Promise.all(contents.map((bytes) => upload(path, bytes)));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const stored = answers.filter(({ status }) => status === 200);
    expect(stored.length).toBeGreaterThan(0);
    const row = await account.call(path, { token });
    expect(row.body).toMatchObject({ contentVersion: stored.length });
    expect(hex((await download(path)).bytes)).toBe(row.body.sha256);
    expect(await keysOf(path)).toHaveLength(stored.length);
  });

  it('are removed when another upload of the same If-Match version was faster', async () => {
    const path = await createDocument();
    const contents = Array.from({ length: 4 }, (_, index) => randomBytes(50_000 + index));
    const answers = await Promise.all(contents.map((bytes) => upload(path, bytes, { 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(await keysOf(path)).toHaveLength(1);
  });

  it.each([
    ['is too busy for', 'D1 DB is overloaded. Requests queued for too long.', false, 'overloaded', 1],
    ['is interrupted before', 'Network connection lost.', false, 'interrupted', 2],
    ['is interrupted after', 'Network connection lost.', true, 'interrupted', 2],
  ])('stay served, as before or as now, when D1 %s the row', async (_what, message, isLost, code, kept) => {
    const path = await createDocument();
    await upload(path, Buffer.from('first'));
    const failing = {
      [D1_ERROR_HEADER]: message,
      [D1_ERROR_FROM_HEADER]: '2',
      ...(isLost ? { [D1_LOST_ANSWER_HEADER]: '1' } : {}),
    };
    const { status, body, headers } = await upload(path, Buffer.from('second'), failing);
    expect([status, body.type, headers.has('retry-after')]).toEqual([
      503,
      `urn:freehold:problem:${code}`,
      true,
    ]);
    expect(body.detail).toMatch(
      code === 'overloaded' ? /Nothing was changed/ : /may or may not have been made/,
    );
    // An object that a row may name is kept; one without a row is left to the sweep.
    expect(await keysOf(path)).toHaveLength(kept);
    const present = isLost ? 'second' : 'first';
    expect((await download(path)).text).toBe(present);
    const row = await account.call(path, { token });
    expect(row.body).toMatchObject({ contentVersion: isLost ? 2 : 1, sha256: hex(Buffer.from(present)) });
    await sweepTomorrow();
    expect(await keysOf(path)).toHaveLength(isLost ? 2 : 1);
    expect((await upload(path, Buffer.from('second'))).status).toBe(200);
    expect((await download(path)).text).toBe('second');
  });

  it('are deleted with the document', async () => {
    const path = await createDocument();
    await upload(path, Buffer.from('one'));
    await upload(path, Buffer.from('two'));
    expect((await account.call(path, { method: 'DELETE', token, headers: { 'if-match': '*' } })).status).toBe(
      204,
    );
    await expect.poll(() => keysOf(path)).toEqual([]);
    expect((await download(path)).status).toBe(404);
  });

  it.each([
    ['under legal hold', { legalHold: true }],
    ['that must be retained', { retainUntil: '2999-01-01' }],
  ])('stay with a document %s', async (_why, fields) => {
    const path = await createDocument(fields);
    const answer = await account.call(path, { method: 'DELETE', token, headers: { 'if-match': '*' } });
    expect(answer.status).toBe(409);
  });

  it('require the permissions to download and to write documents', async () => {
    const groupBody = { name: 'Clerks', permissions: ['documents:read'] };
    const group = await account.call('/v1/groups', { method: 'POST', token, body: groupBody });
    const people = [
      ['clerk', String(group.body.id)],
      ['reader', seedGroupIds.readOnly],
    ] as const;
    const path = await createDocument();
    await upload(path, Buffer.from('secret'));
    const statuses: number[] = [];
    for (const [name, groupId] of people) {
      const email = `${name}@harbourvale.example`;
      await account.call('/v1/users', { method: 'POST', token, body: { email, groupIds: [groupId] } });
      const theirs = await account.token({ subject: name, email });
      const asked = await account.call(`${path}/content`, { token: theirs });
      const sent = await account.call(`${path}/content`, { method: 'PUT', token: theirs, body: 'x' });
      statuses.push(asked.status, sent.status);
      if (asked.status === 403) expect(asked.text).not.toContain('secret');
    }
    expect(statuses).toEqual([403, 403, 200, 403]);
    expect((await account.call(`${path}/content`)).status).toBe(401);
  });
});
