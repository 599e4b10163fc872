import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const WRITERS = 100;

/** A request of one writer: a change of the whole row or of a part, with the entity tag that all have read, or with `*`. */
const writer = fc.record({
  method: fc.constantFrom('PATCH', 'PUT'),
  tag: fc.constantFrom('present', 'present', 'present', 'listed', 'stale', 'weak', 'absent'),
});
type Writer = typeof writer extends fc.Arbitrary<infer Value> ? Value : never;

describe('a hundred concurrent writers of one row', () => {
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

  function toHeaders(tag: Writer['tag'], version: number): Record<string, string> {
    switch (tag) {
      case 'present':
        return { 'if-match': `"${version}"` };
      case 'listed':
        return { 'if-match': `"${version + 7}", "${version}"` };
      case 'stale':
        return { 'if-match': `"${version - 1}"` };
      case 'weak':
        return { 'if-match': `W/"${version}"` };
      case 'absent':
        return {};
    }
  }

  async function race(path: string, version: number, writers: readonly Writer[]): Promise<void> {
    const answers = await Promise.all(
      writers.map(({ method, tag }, index) =>
        account.call(path, {
          method,
          token,
          body: { lastName: 'Holloway', title: `${version}-${index}` },
          headers: toHeaders(tag, version),
        }),
      ),
    );
    const wins = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    const mayWin = writers.some(({ tag }) => tag === 'present' || tag === 'listed');
    expect(wins).toHaveLength(mayWin ? 1 : 0);
    for (const [index, { status }] of answers.entries()) {
      if (wins.includes(index)) expect(['present', 'listed']).toContain(writers[index]?.tag);
      else expect(status).toBe(writers[index]?.tag === 'absent' ? 428 : 412);
    }
    const { body } = await account.call(path, { token });
    expect(body.version).toBe(mayWin ? version + 1 : version);
    if (mayWin) expect(body.title).toBe(`${version}-${wins[0]}`);
  }

  it('have exactly one winner for each version, and an audit event for each winner', async () => {
    const round = fc.array(writer, { minLength: WRITERS, maxLength: WRITERS });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 2 }), async (rounds) => {
        const body = { lastName: 'Holloway' };
        const created = await account.call('/v1/clients', { method: 'POST', token, body });
        const path = created.headers.get('location') ?? '';
        let version = 1;
        for (const writers of rounds) {
          await race(path, version, writers);
          version = Number((await account.call(path, { token })).body.version);
        }
        const events = await account.database
          .prepare("select count(*) as n from audit_events where row_id = ? and action = 'update'")
          .bind(created.body.id)
          .first('n');
        expect(events).toBe(version - 1);
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it('have exactly one winner when changes and deletions race', async () => {
    const body = { lastName: 'Holloway' };
    const created = await account.call('/v1/clients', { method: 'POST', token, body });
    const path = created.headers.get('location') ?? '';
    const headers = { 'if-match': '"1"' };
    const answers = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) =>
        index % 2 === 0
          ? account.call(path, { method: 'DELETE', token, headers })
          : account.call(path, { method: 'PATCH', token, body: { title: 'Mrs' }, headers }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(1);
    expect(statuses.filter((status) => status >= 300 && status !== 412 && status !== 404)).toEqual([]);
  });
});
