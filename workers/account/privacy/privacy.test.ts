import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../http/database/database.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';
import type { AccountBindings } from '../bindings.ts';
import { retentionTask } from './privacy-tasks.ts';

type Row = Record<string, unknown> & { readonly id: string };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('privacy', () => {
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

  async function create(collection: string, body: object): Promise<Row> {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await account.call(`/v1/${collection}`, { method: 'POST', token, body, headers });
    if (answer.status !== 201) throw new Error(`${collection}: ${answer.status} ${answer.text}`);
    return answer.body as Row;
  }

  async function upload(documentId: string, text: string): Promise<void> {
    const headers = { 'content-type': 'text/plain' };
    const path = `/v1/documents/${documentId}/content`;
    const { status } = await account.call(path, { method: 'PUT', token, body: Buffer.from(text), headers });
    expect(status).toBe(200);
  }

  async function patch(path: string, body: object): Promise<void> {
    const { status } = await account.call(path, {
      method: 'PATCH',
      token,
      body,
      headers: { 'if-match': '*' },
    });
    expect(status).toBe(200);
  }

  async function erase(clientId: string, reason = 'Asked for it.', headers = {}) {
    return await account.call(`/v1/clients/${clientId}/erasure`, {
      method: 'POST',
      token,
      body: { reason },
      headers: { 'idempotency-key': randomUUID(), ...headers },
    });
  }

  async function statusOf(path: string): Promise<number> {
    return (await account.call(path, { token })).status;
  }

  async function objectsBelow(documentId: string): Promise<number> {
    return (await account.bucket.list({ prefix: `documents/${documentId}/` })).objects.length;
  }

  /** Creates a client with data in every table, and another client who shares a case and a child with them. */
  async function family(name: string) {
    const email = `${name.toLowerCase()}.marchbanks@post.example`;
    const client = await create('clients', {
      firstName: name,
      lastName: 'Marchbanks',
      email,
      reference: `M-${name}`,
      nationalInsuranceNumber: 'AB123456C',
    });
    const partner = await create('clients', { firstName: 'Bo', lastName: 'Marchbanks' });
    const [child, mother] = [
      await create('client-dependants', { firstName: 'Tom', lastName: 'Marchbanks' }),
      await create('client-dependants', { firstName: 'Ida', lastName: `Zeller${name}` }),
    ];
    for (const [clientId, dependantId] of [
      [client.id, child.id],
      [partner.id, child.id],
      [client.id, mother.id],
    ]) {
      await create('client-dependant-clients', { clientId, dependantId });
    }
    const own = await create('cases', { clientId: client.id, title: `Will of ${name} Marchbanks` });
    const shared = await create('cases', {
      clientId: client.id,
      clientIds: [partner.id],
      title: `House of ${name} Marchbanks and Bo`,
    });
    const further = await create('cases', {
      clientId: partner.id,
      clientIds: [client.id],
      title: 'Joint tax',
    });
    const task = await create('case-tasks', { caseId: own.id, title: 'Draft the will' });
    const sharedTask = await create('case-tasks', { caseId: shared.id, title: `Call ${name} Marchbanks` });
    const passport = await create('documents', {
      clientId: client.id,
      title: 'Passport',
      fileName: '../p/ass.txt',
    });
    const draft = await create('documents', { caseId: own.id, title: 'Draft' });
    await upload(passport.id, `first ${name}`);
    await upload(passport.id, `second ${name}`);
    await upload(draft.id, `draft ${name}`);
    return { client, partner, child, mother, own, shared, further, task, sharedTask, passport, draft, email };
  }

  async function joinWith(name: string, permissions: readonly string[]): Promise<string> {
    const email = `${name}@harbourvale.example`;
    const group = await create('groups', { name: `Group of ${name}`, permissions });
    await create('users', { email, name, groupIds: [group.id] });
    return await account.token({ subject: `subject-of-${name}`, email });
  }

  /** Reads the beginning of a response, waits for something to happen, and reads the rest. */
  async function readSlowly(path: string, between: () => Promise<void>): Promise<Uint8Array> {
    const headers = { authorization: `Bearer ${token}` };
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      sendRequest(new URL(path, account.url), { headers, agent: false }, resolve).on('error', reject).end();
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of message) {
      chunks.push(chunk);
      if (chunks.length === 1) await between();
    }
    return Buffer.concat(chunks);
  }

  /** Unpacks a ZIP with an independent program. */
  async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-zip-'));
    try {
      await writeFile(join(folder, 'a.zip'), bytes);
      const script =
        'import sys,zipfile; z=zipfile.ZipFile("a.zip"); assert z.testzip() is None; z.extractall("out"); print("\\n".join(z.namelist()))';
      const names = execFileSync('python3', ['-c', script], { cwd: folder, encoding: 'utf8' })
        .trim()
        .split('\n');
      return new Map(
        await Promise.all(
          names.map(
            async (name): Promise<[string, Buffer]> => [name, await readFile(join(folder, 'out', name))],
          ),
        ),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  describe('GET /v1/clients/{id}/subject-export', () => {
    it('returns one ZIP with all rows, every version of the bytes, and a matching manifest', async () => {
      const { client, child, mother, own, shared, further, passport, draft, email } = await family('Ada');
      const contact = await create('contact-individuals', { lastName: 'Marchbanks', email });
      const answer = await account.call(`/v1/clients/${client.id}/subject-export`, { token });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
      const files = await unzip(answer.bytes);
      const json = (name: string) => JSON.parse(files.get(name)?.toString() ?? 'null');
      const ids = (name: string) =>
        json(name)
          .map(({ id }: Row) => id)
          .sort();
      expect(json('client.json')).toMatchObject({ id: client.id, nationalInsuranceNumber: 'AB123456C' });
      expect(ids('dependants.json')).toEqual([child.id, mother.id].sort());
      expect(ids('cases.json')).toEqual([own.id, shared.id, further.id].sort());
      expect(json('case-tasks.json')).toHaveLength(2);
      expect(ids('documents.json')).toEqual([passport.id, draft.id].sort());
      expect(ids('contacts.json')).toEqual([contact.id]);
      expect(json('audit-events.json').map(({ action }: Row) => action)).toContain('export');
      expect(files.get(`documents/${passport.id}/1-__p_ass.txt`)?.toString()).toBe('first Ada');
      expect(files.get(`documents/${passport.id}/2-__p_ass.txt`)?.toString()).toBe('second Ada');
      const manifest = json('manifest.json');
      expect(manifest).toMatchObject({ clientId: client.id, withheld: [], missing: [] });
      for (const { path, sizeBytes, sha256: digest } of manifest.files) {
        const bytes = files.get(path) ?? Buffer.of();
        expect([path, bytes.byteLength, sha256(bytes)]).toEqual([path, sizeBytes, digest]);
      }
      expect(manifest.files).toHaveLength(files.size - 1);
    });

    it('links to further archives when one request cannot hold all documents', async () => {
      const client = await create('clients', { lastName: 'Hoarder' });
      const [many, large] = [
        await create('documents', { clientId: client.id, title: 'Many' }),
        await create('documents', { clientId: client.id, title: 'Large' }),
      ];
      await upload(many.id, 'the one that is there');
      // Versions without bytes in the bucket: they count like any other, and cost nothing.
      const insert = account.database.prepare(`insert into document_contents
        with recursive versions (n) as (select 2 union all select n + 1 from versions where n < ?3)
        select ?1, n, 'documents/' || ?1 || '/' || n, ?2, ?4, 'text/plain', ?5, 'system' from versions`);
      const [digest, day] = ['0'.repeat(64), '2026-01-01T00:00:00.000Z'];
      await insert.bind(many.id, 1, 2_010, digest, day).run();
      await insert.bind(large.id, 1_500_000_000, 4, digest, day).run();
      const parts: { readonly paths: readonly string[]; readonly names: readonly string[] }[] = [];
      for (let query: string | null = ''; query !== null; ) {
        const answer = await account.call(`/v1/clients/${client.id}/subject-export${query}`, { token });
        const files = await unzip(answer.bytes);
        const { missing, files: found, next } = JSON.parse(files.get('manifest.json')?.toString() ?? '');
        const paths = [...missing, ...found.map(({ path }: { path: string }) => path)];
        const documents = paths.filter((path: string) => path.startsWith('documents/'));
        parts.push({ paths: documents, names: [...files.keys()] });
        expect(answer.headers.get('link')).toBe(next === null ? null : `<${next}>; rel="next"`);
        query = next;
      }
      expect(parts.map(({ paths }) => paths.length)).toEqual([2_000, 12, 1]);
      expect(new Set(parts.flatMap(({ paths }) => paths)).size).toBe(2_013);
      expect(parts[0]?.names).toContain('client.json');
      expect(parts[1]?.names).toEqual(['manifest.json']);
      for (const query of ['?from=x', '?from=doc-1/1', '?part=2'])
        expect(await statusOf(`/v1/clients/${client.id}/subject-export${query}`)).toBe(400);
    });

    it('is produced as fast as it is read', async () => {
      const client = await create('clients', { lastName: 'Slow' });
      const [first, last] = [
        await create('documents', { clientId: client.id, title: 'First' }),
        await create('documents', { clientId: client.id, title: 'Last' }),
      ];
      await upload(first.id, 'x'.repeat(60_000_000));
      await upload(last.id, 'last');
      const bytes = await readSlowly(`/v1/clients/${client.id}/subject-export`, async () => {
        const { objects } = await account.bucket.list({ prefix: `documents/${last.id}/` });
        await account.bucket.delete(objects.map(({ key }) => key));
      });
      const manifest = JSON.parse((await unzip(bytes)).get('manifest.json')?.toString() ?? '');
      expect(manifest.missing).toEqual([`documents/${last.id}/1-Last`]);
    });

    it('leaves no audit event for a HEAD request', async () => {
      const client = await create('clients', { lastName: 'Header' });
      const path = `/v1/clients/${client.id}/subject-export`;
      expect((await account.call(path, { method: 'HEAD', token })).status).toBe(200);
      const { body } = await account.call(`/v1/audit-events?rowId=${client.id}`, { token });
      expect((body.items as Row[]).map(({ action }) => action)).toEqual(['create']);
    });

    it('requires its own permission, and omits fields that the caller may not see', async () => {
      const client = await create('clients', { lastName: 'Vane', vulnerabilityNote: 'Large print.' });
      const path = `/v1/clients/${client.id}/subject-export`;
      const adviser = await joinWith('abe', ['clients:read', 'clients:sensitive']);
      expect((await account.call(path, { token: adviser })).status).toBe(403);
      const officer = await joinWith('olive', ['privacy:export']);
      const files = await unzip((await account.call(path, { token: officer })).bytes);
      expect(files.get('client.json')?.toString()).not.toContain('Large print');
      expect(JSON.parse(files.get('manifest.json')?.toString() ?? '')).toMatchObject({
        withheld: ['nationalInsuranceNumber', 'vulnerabilityNote'],
      });
      expect(await statusOf('/v1/clients/cli-01kdw5h80c0000000000000001/subject-export')).toBe(404);
    });
  });

  describe('POST /v1/clients/{id}/erasure', () => {
    it('erases the client and their data, and leaves a record that holds nothing personal', async () => {
      const { client, partner, child, mother, own, shared, further, task, sharedTask, passport, draft } =
        await family('Cora');
      const key = { 'idempotency-key': randomUUID() };
      const erasure = await erase(client.id, 'Asked for it by letter.', key);
      expect(erasure.status).toBe(200);
      expect(erasure.body).toMatchObject({
        clientId: client.id,
        status: 'done',
        reason: 'Asked for it by letter.',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        erased: {
          clients: 1,
          documents: 2,
          cases: 1,
          'case-tasks': 1,
          'client-dependants': 1,
          'client-dependant-clients': 2,
        },
      });
      const gone = [
        `clients/${client.id}`,
        `client-dependants/${mother.id}`,
        `cases/${own.id}`,
        `case-tasks/${task.id}`,
        `documents/${passport.id}`,
        `documents/${draft.id}`,
      ];
      expect(await Promise.all(gone.map((path) => statusOf(`/v1/${path}`)))).toEqual(gone.map(() => 404));
      expect([await objectsBelow(passport.id), await objectsBelow(draft.id)]).toEqual([0, 0]);
      expect(await statusOf(`/v1/client-dependants/${child.id}`)).toBe(200);
      expect((await account.call(`/v1/cases/${shared.id}`, { token })).body).toMatchObject({
        clientId: partner.id,
        clientIds: [],
        title: 'House of [erased] and Bo',
      });
      expect((await account.call(`/v1/cases/${further.id}`, { token })).body).toMatchObject({
        clientIds: [],
      });
      expect((await account.call(`/v1/case-tasks/${sharedTask.id}`, { token })).body.title).toBe(
        'Call [erased]',
      );
      const changes = await account.call(`/v1/audit-events?rowId=${shared.id}&action=update`, { token });
      expect(changes.body.items).toMatchObject([
        { rowVersion: 2, changedFields: ['clientId', 'clientIds', 'title'] },
      ]);
      const rest = await dumpRows(account.database);
      expect(rest).not.toMatch(/Cora|M-Cora|ZellerCora/i);
      const found = await account.call('/v1/search?q=Cora', { token });
      expect(found.text).not.toContain(client.id);
      const events = await account.call(`/v1/audit-events?rowId=${client.id}`, { token });
      expect((events.body.items as Row[]).map(({ action }) => action)).toContain('erase');

      const again = await erase(client.id, 'Asked for it by letter.', key);
      expect([again.status, again.body]).toEqual([200, erasure.body]);
      expect((await account.call(`/v1/clients/${client.id}/erasure`, { token })).body).toEqual(erasure.body);
      expect((await erase(client.id)).status).toBe(404);
    });

    it('removes the person from titles of others, however they are typed there', async () => {
      const fields = { firstName: 'Aoife', lastName: "O'Hara", nationalInsuranceNumber: 'AB123456C' };
      const client = await create('clients', { ...fields, phones: [{ number: '07700 900123' }] });
      const partner = await create('clients', { firstName: 'Bo', lastName: 'Reed' });
      const both = { clientId: partner.id, clientIds: [client.id] };
      const joint = await create('cases', { ...both, title: 'Aoife O’Hara, AB 12 34 56 C, and Bo' });
      const title = 'Call A. O\u02bcHara on +44 7700 900123';
      const checklist = [{ label: `Find AOIFE O'Ha\u0301ra’s will` }];
      const task = await create('case-tasks', { caseId: joint.id, title, checklist });
      const names = { title: 'Passport of O’Hara, Aoife', fileName: 'Aoife_OHara.pdf' };
      const document = await create('documents', { caseId: joint.id, clientId: partner.id, ...names });

      expect((await erase(client.id)).status).toBe(200);

      const read = async (path: string) => (await account.call(path, { token })).body;
      expect(await read(`/v1/cases/${joint.id}`)).toMatchObject({ title: '[erased], [erased], and Bo' });
      expect(await read(`/v1/case-tasks/${task.id}`)).toMatchObject({
        title: 'Call [erased] on [erased]',
        checklist: [{ label: 'Find [erased]’s will' }],
      });
      expect(await read(`/v1/documents/${document.id}`)).toMatchObject({
        title: 'Passport of [erased]',
        fileName: '[erased].pdf',
        version: 2,
      });
      for (const q of ['aoife', '07700900123'])
        expect((await read(`/v1/search?q=${q}`)).items, q).toEqual([]);
    });

    it('is refused with the documents that must be kept, and changes nothing', async () => {
      const { client, passport, draft } = await family('Dora');
      await patch(`/v1/documents/${passport.id}`, { legalHold: true });
      await patch(`/v1/documents/${draft.id}`, { retainUntil: '2999-12-31' });
      const before = await dumpRows(account.database);
      const { status, body } = await erase(client.id);
      expect([status, body.type]).toEqual([409, 'urn:freehold:problem:held']);
      expect(body.held).toEqual([
        { id: passport.id, legalHold: true, retainUntil: null },
        { id: draft.id, legalHold: false, retainUntil: '2999-12-31' },
      ]);
      expect(await dumpRows(account.database)).toBe(before);
    });

    it('erases the contacts that are listed as the person, and lists other similar contacts', async () => {
      const person = { firstName: 'Hilda', lastName: 'Sorrel', email: 'h.sorrel@post.example' };
      const client = await create('clients', person);
      const [same, partner, namesake, other] = [
        await create('contact-individuals', person),
        await create('contact-individuals', { lastName: 'Sorrel', email: 'H.Sorrel@post.example' }),
        await create('contact-individuals', { firstName: 'hilda', lastName: 'SORREL' }),
        await create('contact-individuals', { firstName: 'Ivo', lastName: 'Sorrel' }),
      ];
      const send = (contactIds: readonly string[]) =>
        account.call(`/v1/clients/${client.id}/erasure`, {
          method: 'POST',
          token,
          body: { reason: 'Asked for it.', contactIds },
          headers: { 'idempotency-key': randomUUID() },
        });
      const unlike = await send([same.id, other.id]);
      expect([unlike.status, unlike.body.errors]).toMatchObject([422, [{ pointer: '#/contactIds/1' }]]);
      expect(await statusOf(`/v1/contact-individuals/${same.id}`)).toBe(200);
      const { status, body } = await send([same.id]);
      expect([status, body.erased]).toEqual([200, { clients: 1, 'contact-individuals': 1 }]);
      expect(body.similarContacts).toEqual([partner.id, namesake.id].sort());
      expect(await statusOf(`/v1/contact-individuals/${same.id}`)).toBe(404);
      expect(await statusOf(`/v1/contact-individuals/${partner.id}`)).toBe(200);
      const events = await account.call(`/v1/audit-events?rowId=${same.id}&action=erase`, { token });
      expect(events.body.items).toHaveLength(1);
    });

    it('refuses a reason that names the person, a missing key and a missing permission', async () => {
      const client = await create('clients', { firstName: 'Edith', lastName: 'Okoro' });
      const named = await erase(client.id, 'Mrs Okoro asked for it.');
      expect([named.status, named.body.errors]).toMatchObject([422, [{ pointer: '#/reason' }]]);
      const request = { method: 'POST', token, body: { reason: 'x' } };
      const keyless = await account.call(`/v1/clients/${client.id}/erasure`, request);
      expect([keyless.status, keyless.body.type]).toEqual([
        400,
        'urn:freehold:problem:idempotency-key-missing',
      ]);
      const adviser = await joinWith('gus', ['clients:delete', 'clients:write']);
      const refused = await account.call(`/v1/clients/${client.id}/erasure`, {
        ...request,
        token: adviser,
        headers: { 'idempotency-key': 'k' },
      });
      expect(refused.status).toBe(403);
      expect(await statusOf(`/v1/clients/${client.id}`)).toBe(200);
    });

    it('continues after an interruption', async () => {
      const { client, own, passport } = await family('Flora');
      const day = '2026-01-01T00:00:00.000Z';
      await account.database
        .prepare(
          "insert into erasures values ('era-1', ?1, 'running', 'Asked.', ?2, '{}', ?3, 'system', null, '[]')",
        )
        .bind(client.id, '0'.repeat(64), day)
        .run();
      await account.database
        .prepare(
          'insert into objects_to_delete select object_key, ?2 from document_contents where document_id = ?1',
        )
        .bind(passport.id, day)
        .run();
      await account.database.prepare('delete from documents where id = ?1').bind(passport.id).run();
      const { status, body } = await erase(client.id);
      expect([status, body.id, body.status]).toEqual([200, 'era-1', 'done']);
      expect([await statusOf(`/v1/cases/${own.id}`), await objectsBelow(passport.id)]).toEqual([404, 0]);
    });

    it('is completed by the account itself without a further request', async () => {
      const { client, passport } = await family('Greta');
      await account.database
        .prepare(
          "insert into erasures values ('era-2', ?1, 'running', 'Asked.', ?2, '{}', ?3, 'system', null, '[]')",
        )
        .bind(client.id, '0'.repeat(64), '2026-01-01T00:00:00.000Z')
        .run();
      const platform = await account.platformToken();
      const run = await account.call('/internal/v1/maintenance', { method: 'POST', token: platform });
      expect(run.body.tasks).toContainEqual(expect.objectContaining({ name: 'erasures', done: 1 }));
      expect([await statusOf(`/v1/clients/${client.id}`), await objectsBelow(passport.id)]).toEqual([404, 0]);
      const events = await account.call(`/v1/audit-events?rowId=${client.id}`, { token });
      expect(events.body.items).toContainEqual(
        expect.objectContaining({ action: 'erase', actorId: 'system' }),
      );
    });

    it('erases more rows than fit in one batch', async () => {
      const client = await create('clients', { lastName: 'Many' });
      await account.database
        .prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 450)
          insert into documents (id, body) select 'doc-01kdw5h80c' || printf('%016d', i),
            json_object('clientId', ?1, 'title', 'T', 'category', 'general', 'version', 1, 'createdAt', 'x', 'updatedAt', 'x') from n`)
        .bind(client.id)
        .run();
      const { status, body } = await erase(client.id);
      expect([status, body.erased]).toEqual([200, { documents: 450, clients: 1 }]);
    });

    it('answers 202 when one request cannot erase everything, and is completed by another', async () => {
      const client = await create('clients', { lastName: 'Endless' });
      await create('documents', { clientId: client.id, category: 'general', title: 'T' });
      // Every erased document is replaced by another, so the request runs out of queries.
      await account.database
        .prepare(`create trigger keeps_coming after delete on documents when old.client_id = '${client.id}'
          begin insert into documents (id, body) values ('doc-' || lower(hex(randomblob(13))), old.body); end`)
        .run();
      const first = await erase(client.id);
      await account.database.prepare('drop trigger keeps_coming').run();
      const path = `/v1/clients/${client.id}/erasure`;
      expect([first.status, first.body.status, first.headers.get('location')]).toEqual([
        202,
        'running',
        path,
      ]);
      const second = await erase(client.id);
      expect([second.status, second.body.id, second.body.status]).toEqual([200, first.body.id, 'done']);
    });
  });

  describe('retention', () => {
    const policies = {
      documents: [{ category: 'old-letters', keepMonths: 12 }],
      cases: [{ type: 'old-work', keepMonths: 24 }],
      clients: [{ status: 'archived', keepMonths: 72 }],
    };

    /** Backdates a row; its id starts with its creation time. */
    async function age(table: string, row: Row): Promise<string> {
      const id = `${row.id.slice(0, 4)}01${row.id.slice(6)}`.replace(/^(\w{3}-).{10}/, '$101dxf6c4f0');
      await account.database
        .prepare(
          `update ${table} set id = ?2, body = json_set(body, '$.updatedAt', '2015-01-01T00:00:00.000Z') where id = ?1`,
        )
        .bind(row.id, id)
        .run();
      return id;
    }

    it('is set by administrators, with a version', async () => {
      const before = await account.call('/v1/retention', { token });
      expect([before.status, before.headers.get('etag')]).toEqual([200, '"0"']);
      expect(before.body).toMatchObject({ version: 0, documents: [], cases: [], clients: [] });
      const put = (body: object, headers = {}, sender = token) =>
        account.call('/v1/retention', { method: 'PUT', token: sender, body, headers });
      expect((await put(policies)).status).toBe(428);
      expect((await put(policies, { 'if-match': '"3"' })).status).toBe(412);
      const set = await put(policies, { 'if-match': '"0"' });
      expect([set.status, set.headers.get('etag')]).toEqual([200, '"1"']);
      expect(set.body).toMatchObject({ version: 1, ...policies });
      const twice = [
        { category: 'a', keepMonths: 1 },
        { category: 'A', keepMonths: 2 },
      ];
      expect((await put({ documents: twice }, { 'if-match': '"1"' })).status).toBe(422);
      const reader = await joinWith('rex', ['clients:read']);
      expect((await put(policies, { 'if-match': '"1"' }, reader)).status).toBe(403);
      expect((await account.call('/v1/retention', { token: reader })).body.version).toBe(1);
    });

    it('lists rows that are due, erases them on request, and keeps rows that must be kept', async () => {
      const letter = await create('documents', { title: 'Letter', category: 'old-letters' });
      await upload(letter.id, 'old');
      const [oldLetter, heldLetter] = [
        await age('documents', await create('documents', { title: 'Letter', category: 'Old-Letters' })),
        await age(
          'documents',
          await create('documents', { title: 'Held', category: 'old-letters', legalHold: true }),
        ),
      ];
      const client = await create('clients', { lastName: 'Gone', status: 'archived' });
      const oldClient = await age('clients', client);
      const closed = {
        clientId: oldClient,
        type: 'old-work',
        status: 'closed',
        closedAt: '2016-01-01T00:00:00.000Z',
      };
      const oldCase = await create('cases', { title: 'Old', ...closed });
      const task = await create('case-tasks', { caseId: oldCase.id, title: 'Old' });
      const run = (dryRun: boolean) =>
        account.call('/v1/retention/runs', { method: 'POST', token, body: { dryRun } });

      const before = await dumpRows(account.database);
      const dry = await run(true);
      expect(dry.status).toBe(200);
      const due = [
        { collection: 'documents', id: oldLetter, held: false },
        { collection: 'documents', id: heldLetter, held: true },
        { collection: 'cases', id: oldCase.id, held: false },
        { collection: 'clients', id: oldClient, held: false },
      ];
      expect(dry.body).toEqual({
        dryRun: true,
        due: expect.arrayContaining(due),
        erased: [],
        nextCursor: null,
      });
      expect(dry.body.due).toHaveLength(due.length);
      expect(await dumpRows(account.database)).toBe(before);

      const real = await run(false);
      expect(real.body.erased).toEqual(due.filter(({ held }) => !held));
      const paths = [
        `documents/${oldLetter}`,
        `cases/${oldCase.id}`,
        `case-tasks/${task.id}`,
        `clients/${oldClient}`,
      ];
      expect(await Promise.all(paths.map((path) => statusOf(`/v1/${path}`)))).toEqual([404, 404, 404, 404]);
      expect(await statusOf(`/v1/documents/${heldLetter}`)).toBe(200);
      expect(await statusOf(`/v1/documents/${letter.id}`)).toBe(200);
      expect((await account.call(`/v1/clients/${oldClient}/erasure`, { token })).body).toMatchObject({
        status: 'done',
      });
      expect((await run(false)).body.erased).toEqual([]);
    });

    it('keeps a client who is named in an open case of another client', async () => {
      const half = await age('clients', await create('clients', { lastName: 'Half', status: 'archived' }));
      const other = await create('clients', { lastName: 'Other' });
      const joint = await create('cases', { clientId: other.id, clientIds: [half], title: 'Joint' });
      const run = () => account.call('/v1/retention/runs', { method: 'POST', token, body: { dryRun: true } });
      const isHalf = expect.objectContaining({ id: half });
      expect((await run()).body.due).not.toContainEqual(isHalf);
      await account.database
        .prepare("update cases set body = json_set(body, '$.status', 'closed') where id = ?")
        .bind(joint.id)
        .run();
      expect((await run()).body.due).toContainEqual(isHalf);
      await account.database.prepare('delete from clients where id = ?').bind(half).run();
    });

    it('keeps a row that is reopened while others of its page are erased', async () => {
      const closed = { type: 'old-work', status: 'closed', closedAt: '2016-01-01T00:00:00.000Z' };
      const holder = await create('clients', { lastName: 'Holder' });
      const twoOf = async (make: () => Promise<string>) => [await make(), await make()].sort();
      const pairs = {
        documents: await twoOf(async () =>
          age('documents', await create('documents', { title: 'Old', category: 'old-letters' })),
        ),
        cases: await twoOf(
          async () => (await create('cases', { title: 'Old', clientId: holder.id, ...closed })).id,
        ),
        clients: await twoOf(async () =>
          age('clients', await create('clients', { lastName: 'Old', status: 'archived' })),
        ),
      };
      const again = {
        documents: ['category', 'new'],
        cases: ['status', 'open'],
        clients: ['status', 'active'],
      };
      for (const [table, [first, second]] of Object.entries(pairs)) {
        const [field, value] = again[table as keyof typeof again];
        await account.database
          .prepare(`create trigger takes_up_${table} after delete on ${table} when old.id = '${first}'
            begin update ${table} set body = json_set(body, '$.${field}', '${value}', '$.version', version + 1)
              where id = '${second}'; end`)
          .run();
      }
      const body = { dryRun: false };
      const { body: outcome } = await account.call('/v1/retention/runs', { method: 'POST', token, body });
      const gone = (outcome.erased as Row[]).map(({ id }) => id);
      for (const [table, [first, second]] of Object.entries(pairs)) {
        expect([gone.includes(String(first)), gone.includes(String(second))], table).toEqual([true, false]);
        expect(await statusOf(`/v1/${table}/${second}`)).toBe(200);
        await account.database.prepare(`drop trigger takes_up_${table}`).run();
      }
    });

    it('reports that rows are left, whenever time runs out', async () => {
      for (let looks = 0; looks < 8; looks++) {
        const letter = await create('documents', { title: 'Letter', category: 'old-letters' });
        await upload(letter.id, 'old');
        await account.database.prepare('delete from maintenance_positions').run();
        // An hour after 13 months; the clock stands still until it has been read this often.
        const nowMs = Date.now() + 400 * 86_400_000;
        let left = looks;
        const outcome = await retentionTask.run({
          bindings: { DB: account.database, DOCUMENTS: account.bucket } as unknown as AccountBindings,
          database: openDatabase(account.database, 'first-primary'),
          nowMs,
          now: () => (left-- > 0 ? nowMs : nowMs + 120_000),
          deadlineMs: nowMs + 60_000,
        });
        const isLeft = (await objectsBelow(letter.id)) > 0;
        expect([looks, outcome.more]).toEqual([looks, isLeft || outcome.more]);
        await account.database.prepare('delete from documents where id = ?').bind(letter.id).run();
        await account.bucket.delete((await account.bucket.list()).objects.map(({ key }) => key));
      }
    });

    it('skips any number of held rows and reaches the end', async () => {
      // Older than any other document, and under legal hold.
      await account.database
        .prepare(`insert into documents (id, body)
          with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 1200)
          select 'doc-01ca000000' || printf('%016d', n), json_object('title', 'Held', 'category', 'old-letters',
            'legalHold', json('true'), 'version', 1, 'createdAt', '2018-01-01T00:00:00.000Z') from numbers`)
        .run();
      const due = await age(
        'documents',
        await create('documents', { title: 'Due', category: 'old-letters' }),
      );
      const run = (body: object) => account.call('/v1/retention/runs', { method: 'POST', token, body });
      const first = await run({ dryRun: true });
      expect(first.body.due).toHaveLength(1_000);
      const second = await run({ dryRun: true, cursor: first.body.nextCursor });
      expect(second.body.nextCursor).toBeNull();
      expect(second.body.due).toContainEqual({ collection: 'documents', id: due, held: false });
      const wrong = await run({ dryRun: false, cursor: first.body.nextCursor });
      expect([wrong.status, wrong.body.type]).toEqual([400, 'urn:freehold:problem:invalid-cursor']);
      const platform = await account.platformToken();
      const swept = await account.call('/internal/v1/maintenance', { method: 'POST', token: platform });
      expect(swept.body.tasks).toContainEqual(expect.objectContaining({ name: 'retention', done: 1 }));
      expect(await statusOf(`/v1/documents/${due}`)).toBe(404);
      await account.database.prepare("delete from documents where body ->> '$.title' = 'Held'").run();
    });
  });
});
