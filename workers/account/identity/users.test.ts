import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { accountPermissions } from '../../../schema/model/permissions.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

describe('users and groups', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let administrator: string;
  let administratorId: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    administrator = await account.token();
    const { body } = await account.call('/v1/me', { token: administrator });
    administratorId = (body.user as { id: string }).id;
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  let people = 0;

  /** Invites a person into groups and gives the token they will have. */
  async function invite(
    groupIds: readonly string[],
  ): Promise<{ path: string; token: string; email: string }> {
    const email = `person-${++people}@harbourvale.example`;
    const body = { email, groupIds };
    const created = await account.call('/v1/users', { method: 'POST', token: administrator, body });
    expect(created.status).toBe(201);
    const token = await account.token({ subject: `subject-of-${email}`, email });
    return { path: created.headers.get('location') ?? '', token, email };
  }

  async function patch(path: string, body: unknown, token = administrator) {
    return await account.call(path, { method: 'PATCH', token, body, headers: { 'if-match': '*' } });
  }

  it('lets an invited person in by their verified e-mail, in any case, and keeps their subject', async () => {
    const { path, email } = await invite([seedGroupIds.readOnly]);
    const token = await account.token({ subject: 'the-invited', email: email.toUpperCase() });
    expect((await account.call('/v1/clients', { token })).status).toBe(200);
    const { body } = await account.call(path, { token: administrator });
    expect(body).toMatchObject({ status: 'active', subject: 'the-invited', version: 2 });
    const renamed = await account.token({ subject: 'the-invited', email: 'new-address@harbourvale.example' });
    expect((await account.call('/v1/me', { token: renamed })).status).toBe(200);
  });

  it('does not let in an invited person whose e-mail is not verified', async () => {
    const { email } = await invite([seedGroupIds.readOnly]);
    const token = await account.token({ subject: 'unverified', email, emailVerified: false });
    expect((await account.call('/v1/me', { token })).status).toBe(403);
  });

  it('does not let a second person in by an invitation that was used', async () => {
    const { token, email } = await invite([seedGroupIds.readOnly]);
    await account.call('/v1/me', { token });
    const second = await account.token({ subject: 'second', email });
    expect((await account.call('/v1/me', { token: second })).status).toBe(403);
  });

  it('gives each person the rights of their groups and no others', async () => {
    const { token } = await invite([seedGroupIds.readOnly]);
    expect((await account.call('/v1/clients', { token })).status).toBe(200);
    const refused = await account.call('/v1/clients', {
      method: 'POST',
      token,
      body: { lastName: 'Holloway' },
    });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ permission: 'clients:write' });
    expect((await account.call('/v1/audit-events', { token })).status).toBe(403);
    const removal = await account.call(`/v1/users/${administratorId}`, {
      method: 'DELETE',
      token,
      headers: { 'if-match': '*' },
    });
    expect(removal.status).toBe(403);
  });

  it('tells a caller without the right nothing about a value that is taken', async () => {
    const { token } = await invite([seedGroupIds.readOnly]);
    const body = { lastName: 'Holloway', reference: 'HV-1' };
    await account.call('/v1/clients', { method: 'POST', token: administrator, body });
    expect((await account.call('/v1/clients', { method: 'POST', token, body })).status).toBe(403);
  });

  it('remembers when a person was last seen, to the hour, without changing their version', async () => {
    const { path, token } = await invite([seedGroupIds.readOnly]);
    const { body } = await account.call('/v1/me', { token });
    const id = path.split('/').at(-1);
    const longAgo = '2026-01-01T00:00:00.000Z';
    const age = "update users set body = json_set(body, '$.lastSeenAt', ?) where id = ?";
    await account.database.prepare(age).bind(longAgo, id).run();
    await account.call('/v1/clients', { token });
    const read = async () => (await account.call(path, { token: administrator })).body;
    await expect.poll(async () => (await read()).lastSeenAt).not.toBe(longAgo);
    expect((await read()).version).toBe((body.user as { version: number }).version);
  });

  it('shows every user their own row, groups and rights', async () => {
    const { token } = await invite([seedGroupIds.caseworkers]);
    const { status, body } = await account.call('/v1/me', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: { status: 'active', groupIds: [seedGroupIds.caseworkers] },
      groups: [{ id: seedGroupIds.caseworkers, name: 'Caseworkers' }],
      collections: {
        clients: {
          verbs: ['read', 'write'],
          hiddenFields: ['nationalInsuranceNumber', 'vulnerabilityNote'],
        },
        users: { verbs: ['read'], hiddenFields: [] },
        'audit-events': { verbs: [] },
      },
    });
    expect(body.permissions).toContain('documents:download');
    expect(body.permissions).not.toContain('clients:delete');
  });

  it('tells an administrator every right there is', async () => {
    const { body } = await account.call('/v1/me', { token: administrator });
    expect(body.permissions).toEqual([...accountPermissions].sort());
    expect(body).toMatchObject({
      groups: [{ id: seedGroupIds.administrators, name: 'Administrators' }],
      collections: {
        clients: { verbs: ['read', 'write', 'delete'], hiddenFields: [] },
        'audit-events': { verbs: ['read'] },
      },
    });
  });

  it('refuses a disabled user at once, and accepts them again once enabled', async () => {
    const { path, token } = await invite([seedGroupIds.advisers]);
    expect((await account.call('/v1/me', { token })).status).toBe(200);
    expect((await patch(path, { status: 'disabled' })).status).toBe(200);
    expect((await account.call('/v1/me', { token })).status).toBe(403);
    expect(
      (await account.call('/v1/clients', { method: 'POST', token, body: { lastName: 'X' } })).status,
    ).toBe(403);
    expect((await patch(path, { status: 'active' })).status).toBe(200);
    expect((await account.call('/v1/me', { token })).status).toBe(200);
  });

  it('creates every user as invited, in no other status', async () => {
    for (const status of ['active', 'disabled']) {
      const body = { email: `${status}@harbourvale.example`, status };
      const created = await account.call('/v1/users', { method: 'POST', token: administrator, body });
      expect(created.status).toBe(422);
      expect(created.body).toMatchObject({ errors: [{ pointer: '#/status' }] });
    }
    const body = { email: 'Plain@harbourvale.example' };
    const created = await account.call('/v1/users', { method: 'POST', token: administrator, body });
    expect(created.body).toMatchObject({
      status: 'invited',
      email: 'plain@harbourvale.example',
      groupIds: [],
    });
    expect(created.body).not.toHaveProperty('subject');
  });

  it('makes no one active before they have signed in, or invited again afterwards', async () => {
    const { path, token } = await invite([seedGroupIds.readOnly]);
    expect((await patch(path, { status: 'active' })).status).toBe(422);
    await account.call('/v1/me', { token });
    expect((await patch(path, { status: 'invited' })).status).toBe(422);
  });

  it('withdraws an invitation by disabling it, and renews it', async () => {
    const { path, token } = await invite([seedGroupIds.readOnly]);
    expect((await patch(path, { status: 'disabled' })).status).toBe(200);
    expect((await account.call('/v1/me', { token })).status).toBe(403);
    expect((await patch(path, { status: 'invited' })).status).toBe(200);
    expect((await account.call('/v1/me', { token })).status).toBe(200);
  });

  it('refuses writes to the subject of a user', async () => {
    const { path } = await invite([seedGroupIds.readOnly]);
    expect((await patch(path, { subject: 'subject-of-ada' })).status).toBe(422);
  });

  it.each([
    ['disabled', { status: 'disabled' }],
    ['taken out of the Administrators', { groupIds: [] }],
  ])('does not let the last administrator be %s', async (_how, change) => {
    const answer = await patch(`/v1/users/${administratorId}`, change);
    expect(answer.status).toBe(409);
    expect((await account.call('/v1/me', { token: administrator })).status).toBe(200);
  });

  it('does not let the last administrator be deleted', async () => {
    const headers = { 'if-match': '*' };
    const answer = await account.call(`/v1/users/${administratorId}`, {
      method: 'DELETE',
      token: administrator,
      headers,
    });
    expect(answer.status).toBe(409);
  });

  it('keeps one of two administrators who remove each other at the same moment', async () => {
    const first = await invite([seedGroupIds.administrators]);
    await account.call('/v1/me', { token: first.token });
    const answers = await Promise.all([
      patch(first.path, { status: 'disabled' }, administrator),
      patch(`/v1/users/${administratorId}`, { status: 'disabled' }, first.token),
    ]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const restorer =
      (await account.call('/v1/me', { token: administrator })).status === 200 ? administrator : first.token;
    await patch(`/v1/users/${administratorId}`, { status: 'active' }, restorer);
    expect((await account.call('/v1/me', { token: administrator })).status).toBe(200);
  });

  it('keeps one of many administrators who all leave at the same moment, each in another way', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => invite([seedGroupIds.administrators])));
    await Promise.all(others.map(({ token }) => account.call('/v1/me', { token })));
    const all = [{ path: `/v1/users/${administratorId}`, token: administrator }, ...others];
    const leave = ({ path, token }: { path: string; token: string }, index: number) => {
      if (index % 3 === 0) return patch(path, { status: 'disabled' }, token);
      if (index % 3 === 1) return patch(path, { groupIds: [seedGroupIds.readOnly] }, token);
      return account.call(path, { method: 'DELETE', token, headers: { 'if-match': '*' } });
    };
    await Promise.all(all.map(leave));
    const remaining = await account.database
      .prepare(
        "select subject from users, json_each(body, '$.groupIds') as g where status = 'active' and g.value = ?",
      )
      .bind(seedGroupIds.administrators)
      .all<{ subject: string }>();
    expect(remaining.results.length).toBeGreaterThan(0);
    const restorer = await account.token({ subject: remaining.results[0]?.subject ?? '' });
    const path = `/v1/users/${administratorId}`;
    await patch(path, { status: 'active', groupIds: [seedGroupIds.administrators] }, restorer);
    expect((await account.call('/v1/me', { token: administrator })).status).toBe(200);
  });

  it('refuses a group with a right that does not exist, and names the rights that do', async () => {
    const body = { name: 'Typo', permissions: ['clients:read', 'client:write'] };
    const created = await account.call('/v1/groups', { method: 'POST', token: administrator, body });
    expect(created.status).toBe(422);
    expect(created.body.errors).toMatchObject([
      { pointer: '#/permissions/1', detail: expect.stringContaining('clients:write') },
    ]);
  });

  it('keeps a right that only another release knows, but gives it to no further group', async () => {
    const body = { name: 'Older', permissions: ['clients:read'] };
    const created = await account.call('/v1/groups', { method: 'POST', token: administrator, body });
    const path = created.headers.get('location') ?? '';
    const permissions = ['clients:read', 'boats:read'];
    await account.database
      .prepare("update groups set body = json_set(body, '$.permissions', json(?)) where id = ?")
      .bind(JSON.stringify(permissions), created.body.id)
      .run();
    expect((await patch(path, { description: 'Sail.', permissions })).status).toBe(200);
    expect((await patch(path, { permissions: [...permissions, 'boats:write'] })).status).toBe(422);
  });

  it('starts with groups for administrators, advisers, caseworkers and readers', async () => {
    const { body } = await account.call('/v1/groups?sort=name&limit=200', { token: administrator });
    const names = (body.items as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Administrators', 'Advisers', 'Caseworkers', 'Read-only']));
  });

  it('keeps the right to manage the account in the group Administrators', async () => {
    const path = `/v1/groups/${seedGroupIds.administrators}`;
    expect((await patch(path, { permissions: ['clients:read'] })).status).toBe(409);
    expect((await patch(path, { description: 'Run the firm.' })).status).toBe(200);
  });

  it('refuses to give rights that the caller does not have', async () => {
    const group = {
      name: 'Office',
      permissions: ['users:read', 'users:write', 'groups:read', 'groups:write'],
    };
    const created = await account.call('/v1/groups', { method: 'POST', token: administrator, body: group });
    const office = String(created.body.id);
    const { token, path } = await invite([office]);
    await account.call('/v1/me', { token });
    const attempts = [
      await patch(path, { groupIds: [seedGroupIds.administrators] }, token),
      await patch(`/v1/users/${administratorId}`, { email: 'mine@harbourvale.example' }, token),
      await patch(`/v1/groups/${office}`, { permissions: [...group.permissions, 'clients:read'] }, token),
      await account.call('/v1/users', {
        method: 'POST',
        token,
        body: { email: 'friend@harbourvale.example', groupIds: [seedGroupIds.advisers] },
      }),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const body = { email: 'colleague@harbourvale.example', groupIds: [office] };
    expect((await account.call('/v1/users', { method: 'POST', token, body })).status).toBe(201);
  });

  it('does not delete a group that has users', async () => {
    const { body } = await account.call('/v1/groups', {
      method: 'POST',
      token: administrator,
      body: { name: 'Crew' },
    });
    await invite([String(body.id)]);
    const headers = { 'if-match': '*' };
    const answer = await account.call(`/v1/groups/${body.id}`, {
      method: 'DELETE',
      token: administrator,
      headers,
    });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('users');
  });
});
