import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

const EVENTS = 12;

describe('the audit trail', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let restored: readonly string[] = [];

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    await account.call('/v1/me', { token });
    for (let index = 1; index < EVENTS; index++) await createClient(`Client ${index}`);
    const { results } = await account.database
      .prepare("select sql from sqlite_schema where type = 'trigger' and tbl_name like 'audit%'")
      .all<{ sql: string }>();
    restored = results.map(({ sql }) => sql);
    await tamper('create table audit_copy as select rowid as position, id, body from audit_events');
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  /** Twelve unsealed events, and the triggers. */
  beforeEach(async () => {
    await tamper(
      'delete from audit_seals',
      'delete from audit_events',
      'insert into audit_events (rowid, id, body) select position, id, body from audit_copy',
      ...restored,
    );
  });

  async function createClient(lastName: string): Promise<void> {
    const answer = await account.call('/v1/clients', { method: 'POST', token, body: { lastName } });
    expect(answer.status).toBe(201);
  }

  async function seal(): Promise<string> {
    const { status, body } = await account.call('/v1/audit-events/seals', { method: 'POST', token });
    expect([status, body.isComplete]).toEqual([200, true]);
    return (body.head as { readonly note: string }).note;
  }

  async function verify(query = '') {
    const answer = await account.call(`/v1/audit-events/verification${query}`, { token });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }

  /** Alters the database as someone with direct access can: without the triggers. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    const { results } = await account.database
      .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name like 'audit%'")
      .all<{ name: string }>();
    const dropped = results.map(({ name }) => `drop trigger ${name}`);
    await account.database.batch([...dropped, ...statements].map((sql) => account.database.prepare(sql)));
  }

  it('is intact, sealed or unsealed, and reports the number of unsealed events', async () => {
    expect(await verify()).toEqual({
      status: 'intact',
      broken: null,
      verified: { seals: 0, events: 0 },
      head: null,
      unsealedEvents: EVENTS,
      noted: null,
      nextCursor: null,
    });
    const note = await seal();
    await createClient('Later');
    expect(await verify()).toMatchObject({
      status: 'intact',
      verified: { seals: 1, events: EVENTS },
      head: { note, position: EVENTS },
      unsealedEvents: 1,
    });
  });

  it('is verified in one round trip', async () => {
    await seal();
    const { headers } = await account.call('/v1/audit-events/verification', { token });
    expect(headers.get(ROUND_TRIPS_HEADER)).toBe('1');
  });

  it('is sealed automatically a few seconds after the last write', { timeout: 40_000 }, async () => {
    await expect
      .poll(() => verify(), { timeout: 30_000, interval: 1_000 })
      .toMatchObject({ unsealedEvents: 0 });
  });

  it('can be recomputed with other tools', async () => {
    const note = await seal();
    const { results } = await account.database
      .prepare('select rowid as position, id, body from audit_events order by rowid')
      .all<{ position: number; id: string; body: string }>();
    const sealed = await account.database.prepare('select * from audit_seals').first<{ sealed_at: string }>();
    const events = results.map(({ position, id, body }) => [position, id, body]);
    const text = JSON.stringify(['0'.repeat(64), 1, sealed?.sealed_at, events]);
    expect(note).toBe(`1:${createHash('sha256').update(text).digest('hex')}`);
  });

  it('is sealed without gaps or duplicates by concurrent requests', async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        await createClient(`Parallel ${index}`);
        if (index % 3 === 0) await seal();
      }),
    );
    await seal();
    expect(await verify()).toMatchObject({
      status: 'intact',
      verified: { events: EVENTS + 30 },
      unsealedEvents: 0,
    });
  });

  it.each([
    [
      'an edited event',
      `update audit_events set body = json_set(body, '$.actorId', 'usr-other') where rowid = 5`,
      { reason: 'events_altered', seal: 1, position: 1, lastPosition: EVENTS },
    ],
    [
      'an edit that does not change the meaning',
      `update audit_events set body = replace(body, '"action":', '"action": ') where rowid = 5`,
      { reason: 'events_altered', seal: 1 },
    ],
    [
      'a removed event',
      'delete from audit_events where rowid = 7',
      { reason: 'event_missing', seal: 1, position: 7, lastPosition: 7 },
    ],
    [
      'a removed last event',
      `delete from audit_events where rowid = ${EVENTS}`,
      { reason: 'event_missing', seal: 1, position: EVENTS },
    ],
    ['every event removed', 'delete from audit_events', { reason: 'event_missing', seal: 1, position: 1 }],
    [
      'two swapped events',
      'update audit_events set rowid = case rowid when 3 then -4 else -3 end where rowid in (3, 4); update audit_events set rowid = -rowid where rowid < 0',
      { reason: 'events_altered', seal: 1 },
    ],
    [
      'an inserted event',
      `update audit_events set rowid = -rowid - 1 where rowid >= 6; update audit_events set rowid = -rowid where rowid < 0;
       insert into audit_events (rowid, id, body) values (6, 'aud-forged', '{"action":"delete"}')`,
      { reason: 'events_altered', seal: 1 },
    ],
    [
      'an event inserted before the first',
      `insert into audit_events (rowid, id, body) values (0, 'aud-forged', '{"action":"delete"}')`,
      { reason: 'events_altered', seal: null, position: 0 },
    ],
    [
      'a replaced event',
      `update audit_events set id = 'aud-forged' where rowid = 2`,
      { reason: 'events_altered', seal: 1 },
    ],
    [
      'a rewritten seal',
      `update audit_seals set hash = '${'a'.repeat(64)}'`,
      { reason: 'events_altered', seal: 1 },
    ],
    [
      'a seal that covers less',
      `update audit_seals set last_position = 3`,
      { reason: 'events_altered', seal: 1 },
    ],
  ])('shows %s', async (_what, statements, broken) => {
    await seal();
    await tamper(...statements.split(';'));
    expect(await verify()).toMatchObject({ status: 'broken', broken, nextCursor: null });
  });

  it('detects a removed seal, with or without its events', async () => {
    await seal();
    await createClient('Second seal');
    await seal();
    await createClient('Third seal');
    await seal();
    await tamper('delete from audit_seals where number = 2');
    expect(await verify()).toMatchObject({ status: 'broken', broken: { reason: 'seal_altered', seal: 3 } });
    await tamper(`delete from audit_events where rowid = ${EVENTS + 1}`);
    expect(await verify()).toMatchObject({ status: 'broken', verified: { seals: 1, events: EVENTS } });
  });

  it('detects an event that was removed before it was sealed, also later', async () => {
    await tamper('delete from audit_events where rowid = 4');
    const broken = { reason: 'event_missing', position: 4 };
    expect(await verify()).toMatchObject({ status: 'broken', broken: { ...broken, seal: null } });
    await seal();
    expect(await verify()).toMatchObject({ status: 'broken', broken: { ...broken, seal: 1 } });
  });

  it('detects a rewritten and resealed history by a recorded head', async () => {
    await createClient('Inconvenient');
    const note = await seal();
    expect(await verify(`?noted=${note}`)).toMatchObject({ status: 'intact', noted: { isFound: true } });
    await tamper('delete from audit_seals', `delete from audit_events where rowid > ${EVENTS}`);
    await seal();
    expect(await verify(`?noted=${note}`)).toMatchObject({ status: 'intact', noted: { isFound: false } });
  });

  it('refuses a late event, a gap, and a replaced seal', async () => {
    await seal();
    const attempt = (sql: string) => account.database.prepare(sql).run();
    await expect(
      attempt(`insert into audit_events (rowid, id, body) values (0, 'aud-late', '{}')`),
    ).rejects.toThrow(/audit_events (?:is sealed|has no gaps)/);
    await expect(
      attempt(`insert into audit_events (rowid, id, body) values (999, 'aud-far', '{}')`),
    ).rejects.toThrow(/audit_events has no gaps/);
    await expect(attempt('update audit_seals set number = 2')).rejects.toThrow(/append-only/);
    await expect(attempt('delete from audit_seals')).rejects.toThrow(/append-only/);
    await expect(attempt('insert or replace into audit_seals select * from audit_seals')).rejects.toThrow(
      /continues its last row/,
    );
  });

  it('is verified page by page, for any length', async () => {
    await account.database
      .prepare(
        `insert into audit_events (id, body) with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
         select 'aud-' || printf('%026d', i), json_object('action', 'create', 'createdAt', '2026-01-01') from n`,
      )
      .run();
    await seal();
    const pages: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const page = await verify(cursor === '' ? '' : `?cursor=${cursor}`);
      pages.push((page.verified as { events: number }).events);
      expect(page.status).toBe('intact');
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([2000, 4000, EVENTS + 5000]);
    await tamper(`update audit_events set body = '{}' where rowid = 4321`);
    const first = await verify();
    const second = await verify(`?cursor=${first.nextCursor}`);
    const third = await verify(`?cursor=${second.nextCursor}`);
    expect([first.status, second.status, third.status]).toEqual(['intact', 'intact', 'broken']);
    expect(third.broken).toEqual({ reason: 'events_altered', seal: 9, position: 4001, lastPosition: 4500 });
  });

  it('can be verified and sealed only by callers who may read it', async () => {
    const body = { email: 'adviser@harbourvale.example', groupIds: [seedGroupIds.advisers] };
    await account.call('/v1/users', { method: 'POST', token, body });
    const adviser = await account.token({ subject: 'adviser', email: body.email });
    const read = await account.call('/v1/audit-events/verification', { token: adviser });
    const sealed = await account.call('/v1/audit-events/seals', { method: 'POST', token: adviser });
    expect([read.status, sealed.status]).toEqual([403, 403]);
  });

  it.each(['?noted=x', '?noted=1', '?cursor=x', '?colour=red', '?noted=0:00'])(
    'refuses %s',
    async (query) => {
      expect((await account.call(`/v1/audit-events/verification${query}`, { token })).status).toBe(400);
    },
  );
});
