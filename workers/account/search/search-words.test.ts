import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import {
  findMatches,
  parseSearchWords,
  toMatchExpression,
  toNameExpression,
  toWordExpressions,
} from './search-words.ts';

/** FTS5 syntax, mixed with any Unicode text. */
const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...['"', '*', '^', ':', '(', ')', '{', '}', '+', '-', ',', '\\', "'", ';', '%', '\u0000', '\u{e000}'],
      ...['AND', 'OR', 'NOT', 'NEAR', 'NEAR(a b, 2)', 'name : a', '{kind} :', 'rank', '""', ' ', '\u0301'],
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
  { maxLength: 8 },
);

describe('the words of a search', () => {
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

  it('are never interpreted as syntax, for any input', async () => {
    const query = account.database.prepare('select rowid from search_index where search_index match ?');
    await fc.assert(
      fc.asyncProperty(hostile, async (parts) => {
        const words = parseSearchWords(parts.join(''));
        if (words === undefined) return;
        const expressions = [toMatchExpression(words), toNameExpression(words), ...toWordExpressions(words)];
        const answers = await account.database.batch(expressions.map((text) => query.bind(text)));
        expect(answers.every(({ success }) => success)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('lead to a result or a 400 over HTTP, never a 500', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (parts) => {
        const q = encodeURIComponent(parts.join('').toWellFormed());
        expect([200, 400]).toContain((await account.call(`/v1/search?q=${q}`, { token })).status);
      }),
      { numRuns: 100 },
    );
  });

  it('find the row that they are taken from, and each is marked in it', async () => {
    const word = fc.stringMatching(/^[a-zA-ZàéîøüñÇßŁ0-9]{2,12}$/);
    const names = fc.array(word, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(names, fc.nat(), async (name, at) => {
        const body = { name: name.join(' ') };
        const created = await account.call('/v1/contact-companies', { method: 'POST', token, body });
        expect(created.status).toBe(201);
        const asked = [...name.slice(0, at % name.length), (name.at(-1) ?? '').slice(0, 2)].join(' ');
        const answer = await account.call(`/v1/search?q=${encodeURIComponent(asked)}&limit=50`, { token });
        const items = answer.body.items as readonly { id: string; matches: readonly unknown[] }[];
        const hit = items.find(({ id }) => id === created.body.id);
        expect(hit?.matches, `${asked} in ${body.name}`).not.toEqual([]);
        await account.call(`/v1/contact-companies/${created.body.id}`, {
          method: 'DELETE',
          token,
          headers: { 'if-match': '*' },
        });
      }),
      { numRuns: 40 },
    );
  });

  it('match a text without regard to case and accents', () => {
    const words = parseSearchWords('ZOË hollo');
    expect(
      words && findMatches('Zoe Holloway, Zoë, Zoes', words).map(({ start, end }) => [start, end]),
    ).toEqual([
      [0, 3],
      [4, 12],
      [14, 17],
    ]);
  });

  it('include a single last letter as a whole word', () => {
    const words = parseSearchWords('holloway s');
    expect(words && toMatchExpression(words)).toBe('"holloway" AND "s"');
  });
});
