import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../schema/model/limits.ts';
import { openDatabase } from '../../http/database/database.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import type { AccountBindings } from '../bindings.ts';
import { createDocumentSweep } from './sweep-documents.ts';

const DAY_MS = 86_400_000;

describe('the sweep of documents', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  /** One run, this many days from now. */
  async function sweep(days: number, { pageKeys = 1000, seconds = 60 } = {}) {
    const nowMs = Date.now() + days * DAY_MS;
    const { database: DB, bucket: DOCUMENTS } = account;
    return await createDocumentSweep(pageKeys).run({
      bindings: { DB, DOCUMENTS } as unknown as AccountBindings,
      database: openDatabase(DB, 'first-primary'),
      nowMs,
      now: () => nowMs,
      deadlineMs: nowMs + seconds * 1000,
    });
  }

  async function createDocument(content?: string): Promise<string> {
    const body = { title: 'Passport' };
    const { headers } = await account.call('/v1/documents', { method: 'POST', token, body });
    const path = headers.get('location') ?? '';
    if (content !== undefined) await account.call(`${path}/content`, { method: 'PUT', token, body: content });
    return path;
  }

  async function keys(): Promise<readonly string[]> {
    return (await account.bucket.list()).objects.map(({ key }) => key);
  }

  it('deletes objects without a row when they are a day old, and no others', async () => {
    const path = await createDocument('kept');
    await account.call(`${path}/content`, { method: 'PUT', token, body: 'kept too' });
    const kept = await keys();
    expect(kept).toHaveLength(2);
    await account.bucket.put('documents/doc-gone/orphan', 'x');
    await account.bucket.put(`${kept[0]}-not`, 'x');
    await account.bucket.put('elsewhere/thing', 'x');

    expect(await sweep(0)).toEqual({ done: 0, more: false });
    expect(await keys()).toHaveLength(5);
    expect(await sweep(1.1)).toEqual({ done: 2, more: false });
    expect(await keys()).toEqual([...kept, 'elsewhere/thing'].sort());
    expect((await account.call(`${path}/versions/1/content`, { token })).text).toBe('kept');
  });

  it('continues where its time ran out, then pauses for most of a day', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await account.bucket.put(`documents/doc-0/${name}`, 'x');
    expect(await sweep(3, { pageKeys: 2, seconds: 0 })).toEqual({ done: 2, more: true });
    expect(await sweep(3, { pageKeys: 2, seconds: 0 })).toEqual({ done: 2, more: true });
    expect(await sweep(3, { pageKeys: 2 })).toEqual({ done: 1, more: false });
    await account.bucket.put('documents/doc-0/late', 'x');
    expect(await sweep(3.5)).toEqual({ done: 0, more: false });
    expect(await sweep(4)).toEqual({ done: 1, more: false });
  });

  it('deletes uploads that have expired or whose document is deleted, with their parts', async () => {
    const [kept, deleted] = [await createDocument(), await createDocument()];
    const start = (path: string) =>
      account.call(`${path}/uploads`, { method: 'POST', token, body: { sizeBytes: 4 } });
    const [open, orphaned] = [await start(kept), await start(deleted)];
    const part = (path: unknown) => account.call(`${path}/parts/1`, { method: 'PUT', token, body: 'part' });
    await part(open.headers.get('location'));
    await part(orphaned.headers.get('location'));
    await account.call(deleted, { method: 'DELETE', token, headers: { 'if-match': '*' } });

    expect((await sweep(0)).done).toBe(1);
    const seen = await account.call(String(open.headers.get('location')), { token });
    expect(seen.body.parts).toHaveLength(1);
    expect((await sweep(limits.documentUploadLifetimeMs / DAY_MS + 0.1)).done).toBe(1);
    for (const table of ['document_uploads', 'document_upload_parts'])
      expect(await account.database.prepare(`select count(*) as n from ${table}`).first('n')).toBe(0);
    expect((await part(open.headers.get('location'))).status).toBe(404);
  });

  it('keeps the object of a completed upload, and one whose upload can still be completed', async () => {
    const path = await createDocument();
    const body = { sizeBytes: 4 };
    const upload = await account.call(`${path}/uploads`, { method: 'POST', token, body });
    const uploadPath = String(upload.headers.get('location'));
    await account.call(`${uploadPath}/parts/1`, { method: 'PUT', token, body: 'part' });
    const completed = await account.call(`${uploadPath}/completion`, { method: 'POST', token });
    expect(completed.status).toBe(200);
    await account.database
      .prepare(
        'insert into document_uploads select ?1, document_id, ?2, r2_upload_id, size_bytes, part_size_bytes, media_type, sha256, ?3, null, created_at, created_by, ?4 from document_uploads',
      )
      .bind('upl-2', 'documents/doc-1/joined', 'open', '2999-01-01T00:00:00.000Z')
      .run();
    await account.database
      .prepare('update document_uploads set document_id = ?1')
      .bind(path.split('/').at(-1))
      .run();
    await account.bucket.put('documents/doc-1/joined', 'x');
    await sweep(30);
    expect(await keys()).toContain('documents/doc-1/joined');
    expect((await account.call(`${path}/content`, { token })).text).toBe('part');
  });
});
