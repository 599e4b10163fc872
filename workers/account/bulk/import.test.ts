import { randomUUID } from 'node:crypto';
import { request as sendRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { readAnswer, sendImport, toNdjson } from '../../testing/bulk-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import {
  D1_ERROR_FROM_HEADER,
  D1_ERROR_HEADER,
  D1_ERRORS_HEADER,
  D1_LOST_ANSWER_HEADER,
} from '../../testing/worker/test-headers.ts';

const CSV = { 'content-type': 'text/csv' };

describe('POST /v1/imports/{collection}', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let references = 0;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  const newReference = () => `R-${++references}`;

  function clients(count: number, fields = {}): { reference: string; lastName: string }[] {
    return Array.from({ length: count }, (_, index) => ({
      reference: newReference(),
      lastName: `Name ${index}`,
      ...fields,
    }));
  }

  async function send(path: string, body: unknown, headers = {}) {
    return await sendImport(account, token, path, body, headers);
  }

  async function count(sql: string): Promise<number> {
    return Number(await account.database.prepare(sql).first('n'));
  }

  /** Counts the rows of everything that an import writes, and the changes of clients. */
  async function countRows() {
    return await account.database
      .prepare(`select (select count(*) from audit_events) as events, (select count(*) from import_chunks) as chunks,
        (select count(*) from clients) as clients, (select sum(version) from clients) as versions`)
      .first();
  }

  async function find(reference: string) {
    const { body } = await account.call(`/v1/clients?reference=${reference}`, { token });
    return (body.items as Record<string, unknown>[])[0];
  }

  it('creates a row for each line, in order, each with its audit event', async () => {
    const lines = clients(2_500);
    const { answer, outcomes, summary } = await send('clients', toNdjson(lines));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    expect(summary).toMatchObject({ lines: 2_500, created: 2_500, complete: true, dryRun: false });
    expect(outcomes.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
    const ids = outcomes.map(({ id }) => id ?? '');
    expect(ids.toSorted()).toEqual(ids);
    const { body } = await account.call(`/v1/clients/${ids[1_700]}`, { token });
    expect(body).toMatchObject({
      ...lines[1_700],
      version: 1,
      status: 'prospect',
      accountId: account.accountId,
    });
    const events = await account.call(`/v1/audit-events?rowId=${ids[1_700]}`, { token });
    expect(events.body.items).toMatchObject([
      { action: 'create', collection: 'clients', actorId: body.createdBy },
    ]);
  });

  it('leaves the same audit events as single requests for the same rows', async () => {
    const fields = () => ({ reference: newReference(), lastName: 'Hale', vulnerabilityNote: 'Large print.' });
    const [one, two] = [fields(), fields()];
    const single = await account.call('/v1/clients', { method: 'POST', token, body: one });
    const patch = { method: 'PATCH', token, headers: { 'if-match': '*' }, body: { firstName: 'Ada' } };
    await account.call(`/v1/clients/${single.body.id}`, patch);
    const { outcomes } = await send('clients', toNdjson([two]));
    await send(
      'clients?mode=upsert&key=reference',
      toNdjson([{ reference: two.reference, firstName: 'Ada' }]),
    );
    const eventsOf = async (id: unknown) => {
      const { body } = await account.call(`/v1/audit-events?rowId=${id}`, { token });
      return (body.items as Record<string, unknown>[]).filter(({ action }) => action !== 'read');
    };
    const [asked, imported] = [await eventsOf(single.body.id), await eventsOf(outcomes[0]?.id)];
    const shapeOf = (event: Record<string, unknown>) => ({
      names: Object.keys(event).sort(),
      what: [event.action, event.actorId, event.rowVersion, event.changedFields],
    });
    expect(imported.map(shapeOf)).toEqual(asked.map(shapeOf));
    expect(imported.map(({ rowVersion }) => rowVersion)).toEqual([1, 2]);
    expect(imported[1]).toMatchObject({ before: imported[0]?.after, changedFields: ['firstName'] });
  });

  it('warns about lines that look like existing clients, and writes them', async () => {
    const born = { lastName: 'Okonkwo', dateOfBirth: '1951-06-14' };
    const there = await account.call('/v1/clients', { method: 'POST', token, body: born });
    const lines = [{ lastName: 'okonkwo', dateOfBirth: '1951-06-14' }, { lastName: 'Okonkwo' }, born];
    const dry = await sendImport(account, token, 'clients?dryRun=true', toNdjson(lines));
    expect(dry.outcomes.map(({ warnings }) => warnings?.map(({ ids }) => ids))).toEqual([
      [[there.body.id]],
      undefined,
      [[there.body.id]],
    ]);
    const headers = { 'idempotency-key': randomUUID() };
    const { outcomes, summary } = await send('clients', toNdjson(lines), headers);
    expect(summary).toMatchObject({ created: 3, warned: 2 });
    const [first, second, third] = outcomes;
    expect(first).toMatchObject({ status: 'created', warnings: [{ code: 'likely-duplicate' }] });
    expect(first?.warnings?.[0]?.ids).toEqual([there.body.id, third?.id]);
    expect(second).not.toHaveProperty('warnings');
    expect(third?.warnings?.[0]?.ids).toEqual([there.body.id, first?.id]);
    expect((await send('clients', toNdjson(lines), headers)).outcomes).toEqual(outcomes);
  });

  it('is immediately found by the search', async () => {
    const { outcomes } = await send('clients', toNdjson([{ lastName: 'Quillfeather' }]));
    const found = await account.call('/v1/search?q=quillf', { token });
    expect(found.text).toContain(outcomes[0]?.id);
  });

  it('lists the first errors of a line and counts the others', async () => {
    const tags = Array.from({ length: 40 }, (_, index) => 'x'.repeat(50 + index));
    const lines = Array.from({ length: 900 }, () => ({ lastName: 'Hale', tags }));
    const long = { lastName: 'Hale', ['y'.repeat(5_000)]: 1 };
    const { outcomes, summary } = await send(
      'clients?onInvalid=skip-line',
      toNdjson([...lines, long, ...clients(1)]),
    );
    expect(summary).toMatchObject({ created: 1, invalid: 901, complete: true });
    expect(outcomes[0]?.errors).toHaveLength(6);
    expect(outcomes[0]?.errors?.at(-1)).toEqual({ pointer: '#', detail: 'has 35 more faults' });
    expect(outcomes[900]?.errors?.[0]?.pointer).toHaveLength(100);
  });

  it('reads CSV with quotes, paths into lists and columns that only the server writes', async () => {
    const [one, two] = [newReference(), newReference()];
    const csv = [
      'id,reference,lastName,firstName,phones.0.number,addresses[0].line1,addresses[0].postcode,tags,version',
      `x,${one},"O""Hara, Jr","two words",'+44 7700 900123,"4 Quayside",nr13qt,"[""a"",""b""]",7`,
      `,${two},Hale,,,,,,`,
      '',
    ].join('\r\n');
    const { outcomes, summary } = await send('clients', csv, CSV);
    expect(outcomes).toMatchObject([
      { line: 2, status: 'created' },
      { line: 3, status: 'created' },
    ]);
    expect(summary).toMatchObject({ created: 2, complete: true });
    expect(await find(one)).toMatchObject({
      lastName: 'O"Hara, Jr',
      phones: [{ kind: 'mobile', number: '+44 7700 900123' }],
      addresses: [{ line1: '4 Quayside', postcode: 'NR1 3QT', country: 'GB' }],
      tags: ['a', 'b'],
      version: 1,
    });
    expect(await find(two)).toMatchObject({ lastName: 'Hale', addresses: [], phones: [] });
  });

  it('refuses a line of an upsert with an unknown field, whatever its value', async () => {
    const [known] = clients(1);
    await send('clients', toNdjson([known as object]));
    const { outcomes } = await send(
      'clients?mode=upsert&key=reference',
      toNdjson([{ ...known, emial: null }]),
    );
    expect(outcomes).toMatchObject([{ status: 'invalid', errors: [{ pointer: '#/emial' }] }]);
  });

  it('passes over the empty rows of a spreadsheet, and ignores unused columns with a notice', async () => {
    const [one, two] = [newReference(), newReference()];
    const csv = `,,,\r\nreference,lastName,,\r\n${one},Hale,,\r\n,,,\r\n , ,,\r\n${two},Ng,,,,\r\n,,,\r\n`;
    const { answer, outcomes, summary } = await send('clients', csv, CSV);
    expect(outcomes).toMatchObject([
      { line: 3, status: 'created' },
      { line: 6, status: 'created' },
    ]);
    expect(summary).toMatchObject({ lines: 2, created: 2, complete: true });
    const [first = ''] = answer.text.split('\n');
    expect(JSON.parse(first)).toEqual({
      notice: { code: 'unused-columns', detail: 'Columns without a name are ignored: 3, 4.' },
    });
  });

  it('refuses a value in a column without a name, rather than lose it', async () => {
    const csv = `lastName,,\r\nHale,,07700 900123\r\n`;
    const { outcomes } = await send('clients', csv, CSV);
    expect(outcomes).toMatchObject([
      { status: 'invalid', errors: [{ detail: 'has a value in column 3, which has no name' }] },
    ]);
  });

  it('says in its first line that a chunk was not written, and because of which line', async () => {
    const lines = [...clients(3), { lastName: '' }, ...clients(2)];
    const { answer, summary } = await send('clients', toNdjson(lines));
    expect([answer.status, summary]).toMatchObject([200, { created: 0, complete: true }]);
    const [first = ''] = answer.text.split('\n');
    expect(JSON.parse(first).notice).toEqual({
      code: 'chunk-not-written',
      detail:
        'None of the lines 1 to 6 was written, because of line 4. Correct it, or send onInvalid=skip-line to write the others.',
    });
    const dry = await send('clients?dryRun=true', toNdjson(lines));
    expect(dry.answer.text).toMatch(/^\{"notice":.+would be written, because of line 4\./);
    const two = await send('clients', toNdjson([{ lastName: '' }, ...clients(1), { lastName: '' }]));
    expect(two.answer.text).toContain('because of lines 1, 3. Correct them,');
    const skipping = await send('clients?onInvalid=skip-line', toNdjson([...clients(1), { lastName: '' }]));
    expect(skipping.answer.text).not.toContain('notice');
  });

  it('reads dates with the day first, semicolons and Windows-1252 on request', async () => {
    const reference = newReference();
    const text = `reference;lastName;firstName;dateOfBirth\r\n${reference};O\u0092Hara;Ren\u00e9e;1/3/1962\r\n`;
    const options = '?dates=dmy&delimiter=;&encoding=windows-1252';
    const { outcomes } = await send(`clients${options}`, Buffer.from(text, 'latin1'), CSV);
    expect(outcomes).toMatchObject([{ status: 'created' }]);
    expect(await find(reference)).toMatchObject({
      lastName: 'O’Hara',
      firstName: 'Renée',
      dateOfBirth: '1962-03-01',
    });
    const named = { 'content-type': 'text/csv; charset=windows-1252' };
    const other = Buffer.from(`reference,lastName\n${newReference()},Caf\u00e9\n`, 'latin1');
    expect((await send('clients', other, named)).outcomes).toMatchObject([{ status: 'created' }]);
  });

  it.each([
    ['31.3.1962', '1962-03-31'],
    ['31-03-1962', '1962-03-31'],
    ['1962-03-31', '1962-03-31'],
  ])('reads the date %s with dates=dmy', async (written, stored) => {
    const reference = newReference();
    await send('clients?dates=dmy', `reference,lastName,dateOfBirth\n${reference},Hale,${written}\n`, CSV);
    expect(await find(reference)).toMatchObject({ dateOfBirth: stored });
  });

  it.each([
    ['?dates=dmy', '31/02/1962', 'must be a date that exists'],
    ['?dates=dmy', '03/31/1962', 'must be a date that exists'],
    ['?dates=dmy', '31/3/62', 'must be a date such as 2026-03-31'],
    ['', '31/03/1962', 'must be a date such as 2026-03-31; for days before months, add dates=dmy'],
  ])('refuses a date that it does not understand with %j: %s', async (query, written, detail) => {
    const csv = `lastName,dateOfBirth\nHale,${written}\n`;
    const { outcomes } = await send(`clients${query}`, csv, CSV);
    expect(outcomes[0]).toMatchObject({
      errors: expect.arrayContaining([{ pointer: '#/dateOfBirth', detail }]),
    });
  });

  it('names the line whose bytes are not UTF-8', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `Né ${index}`);
    const bytes = Buffer.concat([
      Buffer.from(`lastName\r\n${lines.join('\r\n')}\r\n`),
      Buffer.from('Ren\u00e9e\r\nNg\r\n', 'latin1'),
    ]);
    const { problem } = await send('clients?onInvalid=skip-line', bytes, CSV);
    expect(problem).toMatchObject({ status: 400, errors: [{ detail: 'line 3002 is not UTF-8' }] });
    expect(problem?.detail).toContain('encoding=windows-1252');
    const short = await send('clients', Buffer.from('lastName\nRen\u00e9e\n', 'latin1'), CSV);
    expect([short.answer.status, short.answer.body.errors]).toEqual([
      400,
      [{ pointer: '#', detail: 'line 2 is not UTF-8' }],
    ]);
  });

  it.each([
    ['?dates=mdy', CSV, 400, '#/query/dates'],
    ['?delimiter=|', CSV, 400, '#/query/delimiter'],
    ['?encoding=utf-16', CSV, 400, '#/query/encoding'],
    ['?dates=dmy', {}, 400, '#/query/dates'],
    ['', { 'content-type': 'text/csv; charset=utf-16' }, 415, '#/headers/content-type'],
  ])('refuses an option that it does not have: %j', async (query, headers, status, pointer) => {
    const { answer } = await send(`clients${query}`, 'lastName\nHale\n', headers);
    expect([answer.status, answer.body.errors]).toMatchObject([status, [{ pointer }]]);
  });

  it('says what a header in another dialect needs, and refuses a mark that contradicts the encoding', async () => {
    const semicolons = await send('clients', 'reference;lastName\nA;Hale\n', CSV);
    expect(JSON.stringify(semicolons.answer.body.errors)).toContain('add delimiter=;');
    const marked = await send('clients?encoding=windows-1252', '\ufefflastName\nHale\n', CSV);
    expect([marked.answer.status, marked.answer.body.detail]).toEqual([
      400,
      'The body starts with the mark of UTF-8: leave out encoding.',
    ]);
  });

  it('skips a byte order mark, and keeps every letter', async () => {
    const reference = newReference();
    const csv = `\ufeffreference,lastName,firstName\r\n${reference},Þórsdóttir 🙂,"two\u2028lines"\r\n`;
    const { outcomes } = await send('clients', csv, CSV);
    expect(outcomes).toMatchObject([{ status: 'created' }]);
    expect(await find(reference)).toMatchObject({ lastName: 'Þórsdóttir 🙂' });
    const ndjson = await send('clients', `\ufeff${toNdjson([{ lastName: 'Marked' }])}`);
    expect(ndjson.outcomes).toMatchObject([{ status: 'created' }]);
  });

  it('writes nothing of a chunk with an invalid line, and names each invalid line', async () => {
    const taken = newReference();
    await send('clients', toNdjson([{ reference: taken, lastName: 'First' }]));
    const [good] = clients(1);
    const lines = [
      good,
      { lastName: '' },
      { reference: taken.toLowerCase(), lastName: 'Second' },
      { lastName: 'Hale', adviserId: 'usr-01kdw5h80c0000000000000004' },
      { reference: good?.reference, lastName: 'Twice' },
    ];
    const { outcomes, summary } = await send('clients', `${toNdjson(lines as object[])}{"lastName":\n`);
    expect(outcomes).toMatchObject([
      { line: 1, status: 'skipped', detail: 'Other lines of its chunk cannot be written.' },
      { line: 2, status: 'invalid', errors: [{ pointer: '#/lastName', detail: 'must not be empty' }] },
      {
        line: 3,
        status: 'duplicate',
        errors: [{ pointer: '#/reference', detail: 'is taken by another row' }],
      },
      { line: 4, status: 'invalid', errors: [{ pointer: '#/adviserId' }] },
      { line: 5, status: 'duplicate', errors: [{ pointer: '#/reference', detail: 'is also on line 1' }] },
      { line: 6, status: 'invalid', errors: [{ pointer: '#', detail: 'is not JSON' }] },
    ]);
    expect(summary).toMatchObject({ created: 0, invalid: 3, duplicate: 2, skipped: 1, complete: true });
    expect(await find(good?.reference ?? '')).toBeUndefined();
  });

  it('counts the names of fields that a line of CSV does not have', async () => {
    const names = ['line1', 'line2', 'town', 'county', 'country'];
    const columns = Array.from({ length: 20 }, (_, index) =>
      names.map((name) => `addresses.${index}.${name}`),
    );
    const header = ['lastName', ...columns.flat()].join();
    const line = ['A', ...columns.flat().map((name) => (name.endsWith('country') ? 'GB' : 'b'))].join();
    const key = randomUUID();
    const headers = { ...CSV, 'idempotency-key': key };
    const { summary } = await send('clients', `${header}\n${`${line}\n`.repeat(1_000)}`, headers);
    expect(summary).toMatchObject({ lines: 1_000, created: 1_000, complete: true });
    // Their rows have more bytes than D1 allows in one parameter.
    expect(await count(`select count(*) as n from import_chunks where key = '${key}'`)).toBe(2);
  });

  it('writes all valid chunks, and with onInvalid=skip-line all valid lines', async () => {
    const lines = clients(1_100);
    const wrong = lines.with(3, { reference: newReference(), lastName: '' });
    const first = await send('clients', toNdjson(wrong));
    expect(first.summary).toMatchObject({ created: 100, invalid: 1, skipped: 999 });
    const second = await send('clients?onInvalid=skip-line', toNdjson(wrong));
    expect(second.summary).toMatchObject({ created: 999, invalid: 1, duplicate: 100, skipped: 0 });
  });

  it('gives the same response for the same key and body, and writes nothing twice', async () => {
    const body = toNdjson([...clients(1_200), { lastName: '' }, ...clients(5)]);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await send('clients?onInvalid=skip-line', body, headers);
    const before = await countRows();
    const again = await send('clients?onInvalid=skip-line', body, headers);
    expect(again.outcomes).toEqual(first.outcomes);
    expect(await countRows()).toEqual(before);
  });

  it('refuses a key that belongs to another body or another request', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await send('clients', toNdjson(clients(1)), headers);
    const otherBody = await send('clients', toNdjson(clients(1)), headers);
    const otherPath = await send('contact-individuals', toNdjson(clients(1)), headers);
    for (const { answer } of [otherBody, otherPath]) {
      expect([answer.status, answer.body.type]).toEqual([422, 'urn:freehold:problem:idempotency-key-reused']);
    }
  });

  it('repeats more results than one page holds', async () => {
    const tags = Array.from({ length: 6 }, (_, index) => `${'x'.repeat(50)}${index}`);
    const phones = [{ number: 'none' }, { number: 'none' }, { number: 'none' }];
    const faulty = Array.from({ length: 999 }, () => ({ lastName: '', tags, phones }));
    const lines = Array.from({ length: 5 }, () => [...faulty, ...clients(1)]).flat();
    const headers = { 'idempotency-key': randomUUID() };
    const path = 'clients?onInvalid=skip-line';
    const first = await send(path, toNdjson(lines), headers);
    expect(first.summary).toMatchObject({ created: 5, invalid: 4_995, complete: true });
    const length = account.database.prepare(
      'select sum(length(results)) as n from import_chunks where key = ?',
    );
    expect(await length.bind(headers['idempotency-key']).first('n')).toBeGreaterThan(2_000_000);
    const before = await countRows();
    const again = await send(path, toNdjson(lines), headers);
    expect(again.outcomes).toEqual(first.outcomes);
    expect(await countRows()).toEqual(before);
  });

  it('continues after the last committed chunk when the connection was cut', async () => {
    const lines = clients(5_000);
    const pieces = toNdjson(lines);
    const headers = { 'idempotency-key': randomUUID() };
    const cut = await cutAfterFirstChunk(pieces, headers);
    expect(cut.summary).toBeUndefined();
    const rowsBefore = await count(
      `select count(*) as n from clients where reference >= '${lines[0]?.reference}'`,
    );
    expect(rowsBefore).toBeGreaterThan(0);
    const { outcomes, summary } = await send('clients', pieces, headers);
    expect(summary).toMatchObject({ lines: 5_000, created: 5_000, complete: true });
    expect(outcomes.slice(0, cut.outcomes.length)).toEqual(cut.outcomes);
    const sent = JSON.stringify(lines.map(({ reference }) => reference));
    const rows = await account.database
      .prepare('select count(*) as n from clients where reference in (select value from json_each(?))')
      .bind(sent)
      .first('n');
    expect(rows).toBe(5_000);
  });

  /** Sends most of a body, reads until the first outcome has arrived, and cuts the connection. */
  function cutAfterFirstChunk(body: string, headers: Record<string, string>) {
    return new Promise<ReturnType<typeof readAnswer>>((resolve, reject) => {
      const request = sendRequest(
        new URL('/v1/imports/clients', account.url),
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', ...headers },
          agent: false,
        },
        (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
            if (!text.includes('\n')) return;
            request.destroy();
            resolve(readAnswer(text));
          });
          response.on('error', () => undefined);
        },
      );
      request.on('error', reject);
      request.write(body.slice(0, Math.floor(body.length * 0.7)));
    });
  }

  it.each([1, 2, 3, 4])(
    'writes each line once when its Worker dies after call %i to the database',
    async (call) => {
      const lines = clients(2_500).map(({ lastName }) => ({
        lastName,
        title: `Dr ${randomUUID()}`.slice(0, 30),
      }));
      const headers = { 'idempotency-key': randomUUID() };
      const before = await countRows();
      // D1 executes the batch, but the Worker does not get the result.
      const dying = {
        [D1_ERROR_HEADER]: 'D1_ERROR: the Worker is gone',
        [D1_ERROR_FROM_HEADER]: String(call),
        [D1_LOST_ANSWER_HEADER]: '1',
      };
      const broken = await send('clients', toNdjson(lines), { ...headers, ...dying }).catch(() => undefined);
      expect(broken?.summary).toBeUndefined();
      const { outcomes, summary } = await send('clients', toNdjson(lines), headers);
      expect(summary).toMatchObject({ lines: 2_500, created: 2_500, complete: true });
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(2_500);
      const after = await countRows();
      expect(Number(after?.clients) - Number(before?.clients)).toBe(2_500);
    },
  );

  it('retries a chunk when D1 is interrupted in the middle of it', async () => {
    const lost = {
      [D1_ERROR_HEADER]: 'Network connection lost.',
      [D1_ERROR_FROM_HEADER]: '3',
      [D1_ERRORS_HEADER]: '1',
      [D1_LOST_ANSWER_HEADER]: '1',
    };
    const before = await countRows();
    const { summary } = await send('clients', toNdjson(clients(2_500)), lost);
    expect(summary).toMatchObject({ created: 2_500, complete: true });
    const after = await countRows();
    expect(Number(after?.clients) - Number(before?.clients)).toBe(2_500);
  });

  it('writes each line once when the same import runs twice at the same time', async () => {
    const lines = clients(3_000);
    const headers = { 'idempotency-key': randomUUID() };
    const body = toNdjson(lines);
    const [one, two] = await Promise.all([send('clients', body, headers), send('clients', body, headers)]);
    expect(one.outcomes).toEqual(two.outcomes);
    expect(one.summary).toMatchObject({ created: 3_000, complete: true });
  });

  it('refuses state transitions that the table does not allow', async () => {
    const reference = newReference();
    const client = await send('clients', toNdjson(clients(1)));
    const clientId = client.outcomes[0]?.id;
    const body = (status: string) => toNdjson([{ reference, clientId, title: 'Will', status }]);
    expect((await send('cases', body('closed'))).summary).toMatchObject({ created: 1 });
    const { outcomes } = await send('cases?mode=upsert&key=reference', body('waiting'));
    expect(outcomes).toMatchObject([{ status: 'invalid', errors: [{ pointer: '#/status' }] }]);
  });

  it('reports in a dry run what would happen, and writes nothing', async () => {
    const before = await countRows();
    const [line] = clients(1);
    const many = [...clients(1_000), line, line] as object[];
    const { outcomes, summary } = await sendImport(account, token, 'clients?dryRun=true', toNdjson(many), {});
    expect(outcomes.slice(-2)).toMatchObject([{ status: 'skipped' }, { status: 'duplicate' }]);
    expect(summary).toMatchObject({ lines: 1_002, created: 1_000, duplicate: 1, skipped: 1, dryRun: true });
    expect(await countRows()).toEqual(before);
  });

  it('updates the rows that an upsert finds by reference, and creates the others', async () => {
    const [one, two] = [newReference(), newReference()];
    await send('clients', toNdjson([{ reference: one, lastName: 'Hale', firstName: 'Ada', tags: ['x'] }]));
    const lines = [
      { reference: one.toLowerCase(), firstName: null, email: 'Ada@Post.example' },
      { reference: two, lastName: 'Reed' },
    ];
    const first = await send('clients?mode=upsert&key=reference', toNdjson(lines));
    expect(first.outcomes.map(({ status }) => status)).toEqual(['updated', 'created']);
    const changed = await find(one);
    expect(changed).toMatchObject({ version: 2, lastName: 'Hale', email: 'ada@post.example', tags: ['x'] });
    expect(changed).not.toHaveProperty('firstName');
    const events = await account.call(`/v1/audit-events?rowId=${changed?.id}`, { token });
    const [create, update] = events.body.items as Record<string, unknown>[];
    expect([update?.action, update?.before]).toEqual(['update', create?.after]);
    const again = await send('clients?mode=upsert&key=reference', toNdjson(lines));
    expect(again.outcomes.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect((await find(one))?.version).toBe(2);
  });

  it('requires the write permission, and the sensitive permission for lines with sensitive fields', async () => {
    const email = 'cleo@harbourvale.example';
    await account.call('/v1/users', {
      method: 'POST',
      token,
      body: { email, name: 'Cleo', groupIds: [seedGroupIds.caseworkers] },
    });
    const cleo = await account.token({ subject: 'subject-of-cleo', email });
    const note = toNdjson([{ lastName: 'Hale', vulnerabilityNote: 'Large print.' }]);
    const sensitive = await sendImport(account, cleo, 'clients', note);
    expect(sensitive.outcomes).toMatchObject([
      { status: 'invalid', errors: [{ detail: 'needs the permission clients:sensitive' }, {}] },
    ]);
    const allowed = await sendImport(account, cleo, 'clients', toNdjson(clients(1)));
    expect(allowed.summary).toMatchObject({ created: 1 });
    const stranger = await account.token({ subject: 'subject-of-nobody', email: 'nobody@else.example' });
    const refused = await sendImport(account, stranger, 'clients', note);
    expect([refused.answer.status, refused.answer.body.type]).toEqual([
      403,
      'urn:freehold:problem:forbidden',
    ]);
  });

  it.each([
    ['users', 'application/x-ndjson', 404, 'route-not-found'],
    ['webhook-endpoints', 'application/x-ndjson', 404, 'route-not-found'],
    ['audit-events', 'application/x-ndjson', 404, 'route-not-found'],
    ['clients', 'application/json', 415, 'unsupported-media-type'],
    ['clients?mode=upsert', 'text/csv', 400, 'invalid-query'],
    ['clients?mode=upsert&key=lastName', 'text/csv', 400, 'invalid-query'],
    ['clients?dryrun=true', 'text/csv', 400, 'invalid-query'],
  ])('refuses %s as %s with %i', async (path, type, status, code) => {
    const { answer } = await send(path, 'lastName\nHale\n', { 'content-type': type });
    expect([answer.status, answer.body.type]).toEqual([status, `urn:freehold:problem:${code}`]);
  });

  it('lists the collections that can be imported', async () => {
    const { answer } = await send('users', 'email\nann@example.com\n', { 'content-type': 'text/csv' });
    expect(answer.body.detail).toMatch(/^Only these collections can be imported: clients, .*documents/);
    expect(answer.body.detail).not.toContain('users');
  });

  it('refuses an import without a key, and a CSV whose header names unknown columns', async () => {
    const keyless = await account.call('/v1/imports/clients', {
      method: 'POST',
      token,
      body: 'lastName\nHale\n',
      headers: CSV,
    });
    expect([keyless.status, keyless.body.type]).toEqual([
      400,
      'urn:freehold:problem:idempotency-key-missing',
    ]);
    const header = await send('clients', 'lastName,nickName,lastName\nHale,x,y\n', CSV);
    expect(header.answer.status).toBe(422);
    expect(header.answer.body.errors).toMatchObject([
      { pointer: '#/columns/nickName', detail: 'is not a field of clients' },
      { pointer: '#/columns/lastName', detail: 'is given twice' },
    ]);
  });

  it.each([
    ['addresses.0.town,addresses[0].town', 'addresses%5B0%5D.town', 'is given twice'],
    ['addresses.0.town,addresses.00.town', 'addresses.00.town', 'is given twice'],
    ['addresses,addresses.0.town', 'addresses.0.town', 'is part of the column addresses'],
    ['addresses.0.town,addresses', 'addresses.0.town', 'is part of the column addresses'],
  ])('refuses two columns for one field, however they are written: %s', async (columns, pointer, detail) => {
    const { answer } = await send('clients', `lastName,${columns}\nHale,x,y\n`, CSV);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ pointer: `#/columns/${pointer}`, detail }]);
  });

  it('ends with a problem and a summary when the body is not valid UTF-8', async () => {
    const good = Buffer.from(toNdjson(clients(6_000)));
    const bad = Buffer.concat([good, Buffer.from([0xff, 0xfe])]);
    const { answer, problem, summary } = await send('clients', bad);
    expect(answer.status).toBe(200);
    expect(problem).toMatchObject({
      status: 400,
      errors: [{ pointer: '#', detail: 'line 6001 is not UTF-8' }],
    });
    expect(summary).toMatchObject({ complete: false });
  });
});
