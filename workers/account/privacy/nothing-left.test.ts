import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { sendImport, toNdjson } from '../../testing/bulk-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

/** Words about the person that occur nowhere else in the account. */
const WORDS = [
  'Qwyneth',
  'Xylander',
  'xq.person@post.example',
  'ZQ-77881',
  'HJ654321A',
  '07700900987',
  'Wxqvale',
];

describe('the data left after the erasure of a client', () => {
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

  async function send(
    method: string,
    path: string,
    body: unknown,
    headers = {},
  ): Promise<Record<string, unknown>> {
    const answer = await account.call(`/v1/${path}`, {
      method,
      token,
      body,
      headers: { 'idempotency-key': randomUUID(), 'if-match': '*', ...headers },
    });
    if (answer.status > 299) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** Finds the words in all tables, blobs of the search index included, and in the bucket's objects. */
  async function findWords(): Promise<readonly string[]> {
    const tables = await account.database
      .prepare("select name from sqlite_schema where type = 'table' and name not like '\\_%' escape '\\'")
      .all<{ name: string }>();
    const places: string[] = [];
    for (const { name } of tables.results) {
      const { results } = await account.database.prepare(`select * from ${name}`).all();
      if (holdsWord(results.map(toText).join('\n'))) places.push(name);
    }
    const { objects } = await account.bucket.list();
    for (const { key, httpMetadata, customMetadata } of objects) {
      const bytes = await (await account.bucket.get(key))?.text();
      if (holdsWord([key, bytes, JSON.stringify([httpMetadata, customMetadata])].join('\n')))
        places.push(key);
    }
    return places;
  }

  /** Text unchanged, blobs as their bytes. */
  function toText(row: Record<string, unknown>): string {
    return Object.values(row)
      .map((value) => (Array.isArray(value) ? Buffer.from(value).toString('latin1') : String(value)))
      .join('\n');
  }

  const holdsWord = (text: string) => WORDS.some((word) => text.toLowerCase().includes(word.toLowerCase()));

  it('contains nothing personal, in any table or in the bucket', async () => {
    await send('POST', 'webhook-endpoints', { url: 'https://receiver.example/hook', eventTypes: ['*'] });
    const person = {
      firstName: 'Qwyneth',
      lastName: 'Xylander',
      email: 'xq.person@post.example',
      reference: 'ZQ-77881',
      dateOfBirth: '1951-06-14',
      nationalInsuranceNumber: 'HJ654321A',
      phones: [{ kind: 'mobile', number: '07700900987' }],
      addresses: [{ line1: '1 Wxqvale', town: 'Wxqvale', postcode: 'NR1 3QT', country: 'GB' }],
    };
    const importKey = { 'idempotency-key': randomUUID() };
    const { outcomes } = await sendImport(account, token, 'clients', toNdjson([person]), importKey);
    const clientId = String(outcomes[0]?.id);
    const upsert = toNdjson([{ reference: 'ZQ-77881', title: 'Dr' }]);
    await sendImport(account, token, 'clients?mode=upsert&key=reference', upsert);
    // The same line again, which changes nothing.
    await sendImport(account, token, 'clients?mode=upsert&key=reference', upsert);
    // A line with an error, whose outcome is kept for a day.
    await sendImport(
      account,
      token,
      'clients?onInvalid=skip-line',
      toNdjson([{ ...person, email: 'Xylander' }]),
    );
    await send('PATCH', `clients/${clientId}`, { tags: ['Qwyneth'] });
    const other = await send('POST', 'clients', { firstName: 'Bo', lastName: 'Reed' });
    const child = await send('POST', 'client-dependants', { firstName: 'Tom', lastName: 'Xylander' });
    await send('POST', 'client-dependant-clients', { clientId, dependantId: child.id });
    const own = await send('POST', 'cases', { clientId, title: 'Will of Qwyneth Xylander' });
    await send('POST', 'case-tasks', { caseId: own.id, title: 'Call Qwyneth Xylander' });
    const shared = await send('POST', 'cases', {
      clientId: other.id,
      clientIds: [clientId],
      title: 'Qwyneth Xylander & Bo',
    });
    await send('POST', 'case-tasks', { caseId: shared.id, title: 'Write to Qwyneth Xylander' });
    const contact = await send('POST', 'contact-individuals', { lastName: 'Xylander', email: person.email });
    const document = await send('POST', 'documents', {
      clientId,
      title: 'Xylander',
      fileName: 'Qwyneth.txt',
    });
    for (const version of ['first', 'second'])
      await send('PUT', `documents/${document.id}/content`, `${version} of Qwyneth`, {
        'content-type': 'text/plain',
      });
    const started = await send('POST', `documents/${document.id}/uploads`, { sizeBytes: 8 });
    const part = `documents/${document.id}/uploads/${started.uploadId}/parts/1`;
    await send('PUT', part, 'Xylander', { 'content-type': 'application/octet-stream' });
    const upload = await account.database
      .prepare('select object_key, r2_upload_id from document_uploads where id = ?')
      .bind(started.uploadId)
      .first<{ object_key: string; r2_upload_id: string }>();
    await account.call('/v1/search?q=Xylander', { token });
    await account.call('/v1/audit-events/seals', { method: 'POST', token });
    expect(await findWords()).toEqual(
      expect.arrayContaining(['clients', 'documents', 'search_index_data', 'idempotency_keys']),
    );

    const reason = 'Asked for it by letter.';
    const erasure = await send('POST', `clients/${clientId}/erasure`, { reason, contactIds: [contact.id] });
    expect(erasure).toMatchObject({ status: 'done', similarContacts: [] });
    expect(await findWords()).toEqual([]);
    const multipart = account.bucket.resumeMultipartUpload(
      upload?.object_key ?? '',
      upload?.r2_upload_id ?? '',
    );
    await expect(multipart.uploadPart(1, 'Xylander')).rejects.toThrow(/does not exist/);
    // Lines about a row; those of the line with an error are deleted after a day.
    const digests = account.database.prepare(
      "select sha256 from import_chunks where coalesce(results ->> '$.settled[0].status', '') <> 'invalid'",
    );
    expect((await digests.all()).results).toEqual([{ sha256: '' }, { sha256: '' }, { sha256: '' }]);
    // The import can be repeated, and does not restore anyone.
    const again = await sendImport(account, token, 'clients', toNdjson([person]), importKey);
    expect(again.outcomes).toEqual(outcomes);
    expect((await account.call(`/v1/clients/${clientId}`, { token })).status).toBe(404);
  });
});
