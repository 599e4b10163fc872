import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

const NO_CASE = 'cas-01kdw5h80c0000000000000009';
const ANY = { 'if-match': '*' };

describe('cases and their tasks', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let clientId: string;
  let caseId: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    clientId = await create('clients', { lastName: 'Holloway' });
    caseId = await create('cases', { title: 'Transfer', clientId });
    for (const [title, position] of [
      ['Third', 3],
      ['First', 1],
      ['Second', 2],
    ] as const) {
      await create('case-tasks', { caseId, title, position });
    }
    const other = await create('cases', { title: 'Other', clientId });
    await create('case-tasks', { caseId: other, title: 'Elsewhere' });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function create(collection: string, body: object): Promise<string> {
    const answer = await account.call(`/v1/${collection}`, { method: 'POST', token, body });
    expect(answer.status).toBe(201);
    return String(answer.body.id);
  }

  function patch(path: string, body: object, headers: Readonly<Record<string, string>> = ANY) {
    return account.call(path, { method: 'PATCH', token, body, headers });
  }

  const titles = (items: unknown) => (items as { title: string }[]).map(({ title }) => title);

  describe('are read together', () => {
    it('as a case with its tasks in order, in one round trip', async () => {
      const { status, body, headers } = await account.call(`/v1/cases/${caseId}?expand=tasks`, { token });

      expect([status, headers.get(ROUND_TRIPS_HEADER), headers.get('etag')]).toEqual([200, '1', null]);
      expect(body).toMatchObject({ id: caseId, title: 'Transfer', hasMoreTasks: false });
      expect(titles(body.tasks)).toEqual(['First', 'Second', 'Third']);
      const alone = await account.call(`/v1/cases/${caseId}`, { token });
      expect(alone.headers.get('etag')).toBe('"1"');
      expect(alone.body).not.toHaveProperty('tasks');
    });

    it('as a list of the tasks, filtered, sorted and paged like any other, in one round trip', async () => {
      const path = `/v1/cases/${caseId}/tasks`;
      const first = await account.call(`${path}?sort=-position&limit=2&count=exact`, { token });
      expect([first.status, first.headers.get(ROUND_TRIPS_HEADER)]).toEqual([200, '1']);
      expect(titles(first.body.items)).toEqual(['Third', 'Second']);
      expect(first.body.count).toEqual({ rows: 3, isExact: true });
      const cursor = first.body.nextCursor;
      const next = await account.call(`${path}?sort=-position&limit=2&cursor=${cursor}`, { token });
      expect([titles(next.body.items), next.body.nextCursor]).toEqual([['First'], null]);
      const done = await account.call(`${path}?status=done`, { token });
      expect(done.body.items).toEqual([]);
    });

    it('but not for an unknown case or with an undeclared query', async () => {
      for (const path of [`/v1/cases/${NO_CASE}?expand=tasks`, `/v1/cases/${NO_CASE}/tasks`]) {
        const { status, headers } = await account.call(path, { token });
        expect([status, headers.get(ROUND_TRIPS_HEADER)], path).toEqual([404, '1']);
      }
      expect((await account.call(`/v1/cases/${caseId}?expand=client`, { token })).status).toBe(400);
      const asked = await account.call(`/v1/cases/${caseId}/tasks?caseId=${NO_CASE}`, { token });
      expect(asked.body.errors).toMatchObject([{ pointer: '#/query/caseId' }]);
    });

    it('only by callers who may read both', async () => {
      const group = { name: 'Case readers', permissions: ['cases:read'] };
      const groupId = await create('groups', group);
      const email = 'cases@harbourvale.example';
      await create('users', { email, groupIds: [groupId] });
      const reader = await account.token({ subject: 'case-reader', email });

      const { status, body } = await account.call(`/v1/cases/${caseId}?expand=tasks`, { token: reader });
      expect([status, body.permission]).toEqual([403, 'case-tasks:read']);
      expect((await account.call(`/v1/cases/${caseId}/tasks`, { token: reader })).status).toBe(403);
      expect((await account.call(`/v1/cases/${caseId}`, { token: reader })).status).toBe(200);
    });
  });

  describe.each([
    { table: cases, body: () => ({ title: 'Stateful', clientId }) },
    { table: caseTasks, body: () => ({ title: 'Stateful', caseId }) },
  ])('have states: $table.collection', ({ table, body }) => {
    const transitions = table.states?.transitions ?? {};
    const states = Object.keys(transitions);
    const steps = states.flatMap((from) => states.map((to) => ({ from, to })));

    it.each(steps)('from $from to $to', async ({ from, to }) => {
      const id = await create(table.collection, { ...body(), status: from });
      const { status, body: answer } = await patch(`/v1/${table.collection}/${id}`, { status: to });
      const allowed = transitions[from] ?? [];
      if (from === to || allowed.includes(to)) {
        expect([status, answer.status]).toEqual([200, to]);
      } else {
        expect([status, answer.type]).toEqual([409, 'urn:freehold:problem:state-not-next']);
        expect(answer).toMatchObject({ from, to, allowed, errors: [{ pointer: '#/status' }] });
        const kept = await account.call(`/v1/${table.collection}/${id}`, { token });
        expect([kept.body.status, kept.body.version]).toEqual([from, 1]);
      }
    });
  });

  it('never take two steps at once under concurrent changes', async () => {
    const id = await create('cases', { title: 'Raced', clientId, status: 'waiting' });
    const path = `/v1/cases/${id}`;
    const answers = await Promise.all(
      ['closed', 'open', 'waiting', 'closed', 'waiting', 'open'].map((status) => patch(path, { status })),
    );

    const events = await account.call(`/v1/audit-events?rowId=${id}`, { token });
    // Setting the status that a case already has changes nothing: its version stays and there is no event.
    const versions = answers.filter(({ status }) => status === 200).map(({ body }) => body.version);
    const updates = (events.body.items as { action: string; rowVersion: number }[])
      .filter(({ action }) => action === 'update')
      .map(({ rowVersion }) => rowVersion);
    expect(updates.toSorted()).toEqual([...new Set(versions)].filter((version) => version !== 1).toSorted());
    for (const { status, body } of answers) {
      if (status === 200) continue;
      expect([status, body.from, body.to]).toEqual([409, 'closed', 'waiting']);
    }
  });

  it('can only refer to existing rows', async () => {
    const task = await create('case-tasks', { caseId, title: 'Moved' });
    const moved = await patch(`/v1/case-tasks/${task}`, { caseId: NO_CASE });
    expect([moved.status, moved.body.type]).toEqual([422, 'urn:freehold:problem:unknown-reference']);
    expect(moved.body.errors).toMatchObject([{ pointer: '#/caseId' }]);
    const other = await create('cases', { title: 'Target', clientId });
    expect((await patch(`/v1/case-tasks/${task}`, { caseId: other })).status).toBe(200);

    const unknownClient = 'cli-01kdw5h80c0000000000000009';
    const further = await patch(`/v1/cases/${other}`, { clientIds: [unknownClient] });
    expect(further.body.errors).toMatchObject([{ pointer: '#/clientIds/0' }]);
    const main = await patch(`/v1/cases/${other}`, { clientIds: [clientId] });
    expect([main.status, main.body.errors]).toMatchObject([422, [{ pointer: '#/clientIds' }]]);
  });

  it('cannot be moved to a case that is being deleted', async () => {
    for (let round = 0; round < 5; round++) {
      const task = await create('case-tasks', { caseId, title: 'Moved' });
      const target = await create('cases', { title: 'Doomed', clientId });
      const [move, removal] = await Promise.all([
        patch(`/v1/case-tasks/${task}`, { caseId: target }),
        account.call(`/v1/cases/${target}`, { method: 'DELETE', token, headers: ANY }),
      ]);
      expect([
        [200, 409],
        [422, 204],
      ]).toContainEqual([move.status, removal.status]);
    }
  });
});
