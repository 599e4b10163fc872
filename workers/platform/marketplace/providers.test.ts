import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providers } from '../../../schema/platform/tables/providers.ts';
import type { ApiRequest } from '../../testing/api-client.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

describe('providers', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const create = (body: unknown = providers.example, request: ApiRequest = {}) =>
    platform.call('/v1/providers', {
      method: 'POST',
      token: platform.people.operator,
      body,
      headers: { 'idempotency-key': randomUUID() },
      ...request,
    });

  it('are written by an operator and read by anyone who is signed in', async () => {
    const created = await create();
    expect(created.status, created.text).toBe(201);
    expect(created.headers.get('etag')).toBe('"1"');
    const location = String(created.headers.get('location'));
    const read = await platform.call(location, { token: platform.people.ada });
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({ ...providers.example, version: 1, createdBy: 'subject-of-olga' });
    const list = await platform.call('/v1/providers?name[prefix]=North', { token: platform.people.ben });
    expect(list.body.items).toMatchObject([{ name: 'Northgate Life' }]);
  });

  it('are changed and removed under their entity tag', async () => {
    const created = await create({ name: 'Fairway Pensions' });
    const location = String(created.headers.get('location'));
    const token = platform.people.operator;
    const patch = (headers: Record<string, string>, body: unknown = { status: 'suspended' }) =>
      platform.call(location, {
        method: 'PATCH',
        token,
        body,
        headers: { 'content-type': 'application/merge-patch+json', ...headers },
      });
    expect((await patch({})).status).toBe(428);
    expect((await patch({ 'if-match': '"9"' })).status).toBe(412);
    const patched = await patch({ 'if-match': '"1"' });
    expect([patched.status, patched.headers.get('etag')]).toEqual([200, '"2"']);
    expect(patched.body).toMatchObject({ name: 'Fairway Pensions', status: 'suspended', version: 2 });

    const replaced = await platform.call(location, {
      method: 'PUT',
      token,
      body: { name: 'Fairway' },
      headers: { 'if-match': '"2"' },
    });
    expect(replaced.body).toMatchObject({ name: 'Fairway', status: 'active', version: 3 });
    const removed = await platform.call(location, {
      method: 'DELETE',
      token,
      headers: { 'if-match': '"3"' },
    });
    expect(removed.status).toBe(204);
    expect((await platform.call(location, { token })).status).toBe(404);

    const id = location.split('/').at(-1);
    const trail = await platform.call(`/v1/audit-events?rowId=${id}`, { token });
    expect((trail.body.items as { action: string }[]).map(({ action }) => action)).toEqual([
      'create',
      'update',
      'update',
      'delete',
    ]);
  });

  it('are not written by anyone else', async () => {
    const created = await create({ name: 'Mine to keep' });
    const location = String(created.headers.get('location'));
    const token = platform.people.ada;
    const headers = { 'if-match': '*', 'content-type': 'application/json' };
    expect((await create({ name: 'Mine' }, { token })).status).toBe(403);
    for (const method of ['PUT', 'DELETE']) {
      expect((await platform.call(location, { method, token, headers, body: { name: 'Mine' } })).status).toBe(
        403,
      );
    }
    expect((await platform.call(location, { token })).body.name).toBe('Mine to keep');
  });

  it.each([
    ['an unknown field', { name: 'A', colour: 'green' }, '#/colour'],
    ['an unknown category', { name: 'A', categories: ['bank'] }, '#/categories/0'],
    ['an unknown country', { name: 'A', countries: ['XX'] }, '#/countries/0'],
  ])('are refused with %s, naming the field', async (_what, body, pointer) => {
    const answer = await create(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });
});
