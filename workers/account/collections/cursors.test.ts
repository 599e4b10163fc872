import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../schema/model/ids.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

interface Task {
  readonly id: string;
  readonly title: string;
  readonly dueOn?: string | undefined;
  readonly position: number;
  /** Default `open`. */
  readonly status?: string;
}

/** A writer's next move; `pick` chooses among the existing rows. */
type Write =
  | { readonly kind: 'insert'; readonly dueOn: string | undefined; readonly position: number }
  | { readonly kind: 'retitle'; readonly pick: number }
  | { readonly kind: 'delete'; readonly pick: number }
  | {
      readonly kind: 'move';
      readonly pick: number;
      readonly dueOn: string | undefined;
      readonly position: number;
    };

const dueOn = fc.constantFrom(undefined, '2026-03-01', '2026-03-02', '2026-03-03');
const position = fc.nat(3);
const pick = fc.nat(100);
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), dueOn, position }),
  fc.record({ kind: fc.constant('retitle' as const), pick }),
  fc.record({ kind: fc.constant('delete' as const), pick }),
  fc.record({ kind: fc.constant('move' as const), pick, dueOn, position }),
);
const rounds = fc.array(fc.array(write, { maxLength: 3 }), { maxLength: 5 });
const limit = fc.integer({ min: 1, max: 4 });
/** Sorts of the tasks of one case, and sorts of all tasks. */
const sort = fc.constantFrom('createdAt', '-createdAt', 'dueOn', '-dueOn', 'position', '-position');
const wholeSort = fc.constantFrom('status,dueOn', '-status,-dueOn', 'caseId,position', '-caseId,-position');
const status = fc.constantFrom('open', 'waiting', 'done');

describe('cursors under concurrent writes', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let clientId: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    const client = await account.call('/v1/clients', {
      method: 'POST',
      token,
      body: { lastName: 'Holloway' },
    });
    clientId = String(client.body.id);
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function newCase(tasks: readonly Omit<Task, 'id' | 'title'>[]): Promise<string> {
    const body = { title: 'Paged', clientId };
    const caseId = String((await account.call('/v1/cases', { method: 'POST', token, body })).body.id);
    const now = new Date().toISOString();
    const tracking = { createdAt: now, createdBy: 'usr-1', updatedAt: now, updatedBy: 'usr-1', version: 1 };
    const insert = account.database.prepare('insert into case_tasks (id, body) values (?, ?)');
    await account.database.batch(
      tasks.map((task) =>
        insert.bind(
          newId('tsk', Date.now()),
          JSON.stringify({ ...tracking, caseId, status: 'open', title: 'There', checklist: [], ...task }),
        ),
      ),
    );
    return caseId;
  }

  /** Does one write and returns the row that it moved, if any. */
  async function apply(caseId: string, there: readonly string[], move: Write): Promise<string | undefined> {
    const headers = { 'if-match': '*' };
    if (move.kind === 'insert') {
      const body = { caseId, title: 'New', dueOn: move.dueOn, position: move.position };
      expect((await account.call('/v1/case-tasks', { method: 'POST', token, body })).status).toBe(201);
      return undefined;
    }
    const id = there[move.pick % there.length];
    const path = `/v1/case-tasks/${id}`;
    if (move.kind === 'delete') {
      await account.call(path, { method: 'DELETE', token, headers });
      return id;
    }
    const body =
      move.kind === 'retitle' ? { title: 'Other' } : { dueOn: move.dueOn ?? null, position: move.position };
    await account.call(path, { method: 'PATCH', token, headers, body });
    return move.kind === 'move' ? id : undefined;
  }

  /**
   * Reads a list page by page while the writers run, and checks its guarantees.
   *
   * @returns Every id, in the order of the pages.
   */
  async function readAll(
    list: string,
    caseId: string,
    there: readonly string[],
    writes: readonly (readonly Write[])[],
  ): Promise<readonly string[]> {
    const displaced = new Set<string>();
    const seen: string[] = [];
    let cursor = '';
    for (let round = 0; ; round++) {
      const [page, ...touched] = await Promise.all([
        account.call(`${list}${cursor}`, { token }),
        ...(writes[round] ?? []).map((move) => apply(caseId, there, move)),
      ]);
      for (const id of touched) if (id !== undefined) displaced.add(id);
      expect(page.status).toBe(200);
      seen.push(...(page.body.items as Task[]).map(({ id }) => id));
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${page.body.nextCursor}`;
    }
    for (const id of there) {
      if (!displaced.has(id)) expect(seen.filter((other) => other === id)).toEqual([id]);
    }
    return seen;
  }

  async function idsIn(caseIds: readonly string[]): Promise<readonly string[]> {
    const rows = await account.database
      .prepare('select id from case_tasks where case_id in (select value from json_each(?))')
      .bind(JSON.stringify(caseIds))
      .all<{ id: string }>();
    return rows.results.map(({ id }) => id);
  }

  const timeout = 120_000;

  it('neither miss nor repeat a row that exists throughout and keeps its position', { timeout }, async () => {
    const tasks = fc.array(fc.record({ dueOn, position }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(tasks, rounds, sort, limit, async (made, writes, order, size) => {
        const caseId = await newCase(made);
        const list = `/v1/cases/${caseId}/tasks?sort=${order}&limit=${size}`;
        const seen = await readAll(list, caseId, await idsIn([caseId]), writes);
        // Ids never change, so in the order of creation no row comes twice.
        if (order.endsWith('createdAt')) expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 20 },
    );
  });

  it('keep that guarantee for a sort by several fields, in both directions', { timeout }, async () => {
    const tasks = fc.array(fc.record({ dueOn, position, status }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(tasks, tasks, rounds, wholeSort, limit, async (one, two, writes, order, size) => {
        await account.database.prepare('delete from case_tasks').run();
        const caseIds = [await newCase(one), await newCase(two)] as const;
        const there = await idsIn(caseIds);
        await readAll(`/v1/case-tasks?sort=${order}&limit=${size}`, caseIds[0], there, writes);
      }),
      { numRuns: 20 },
    );
  });
});
