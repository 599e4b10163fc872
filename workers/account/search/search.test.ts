import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

interface Hit {
  readonly collection: string;
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly matches: readonly {
    readonly pointer: string;
    readonly text: string;
    readonly ranges: readonly { readonly start: number; readonly end: number }[];
  }[];
}

describe('search', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let client: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    client = await create('clients', {
      firstName: 'Siân',
      lastName: 'Holloway',
      reference: 'HV-00042',
      email: 'sian.holloway@post.example',
      phones: [{ kind: 'mobile', number: '+44 7700 900123' }],
      addresses: [{ line1: '4 Quayside', town: 'Norwich', postcode: 'NR1 3QT' }],
      tags: ['annual review'],
      nationalInsuranceNumber: 'AB123456C',
      vulnerabilityNote: 'Prefers zebraprint.',
    });
    await create('clients', { firstName: 'Holly', lastName: 'Ng' });
    await create('clients', {
      firstName: 'Aoife',
      lastName: "O'Hara",
      phones: [{ number: '(020) 7946 0958' }],
      addresses: [{ line1: 'Flat 7', line2: 'Corn Exchange', town: 'Diss' }],
    });
    for (const name of ['Łódź Øst', 'Strauß & Ægir', 'Þórður Eðvarð', 'Çınar', 'Ｔａｎａｋａ'])
      await create('contact-companies', { name });
    await create('cases', { title: 'Holloway pension transfer', reference: 'C-2026-0117', clientId: client });
    await create('documents', { title: 'Passport of S Holloway', fileName: 'scan-0042.pdf' });
    await create('contact-companies', { name: 'Wensum Solicitors LLP', kind: 'solicitor' });
    await create('contact-individuals', { firstName: 'Priya', lastName: 'Nair', role: 'Solicitor' });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function create(collection: string, body: object): Promise<string> {
    const { status, body: row } = await account.call(`/v1/${collection}`, { method: 'POST', token, body });
    expect(status, JSON.stringify(row)).toBe(201);
    return String(row.id);
  }

  async function find(q: string, query = '', caller = token) {
    const answer = await account.call(`/v1/search?q=${encodeURIComponent(q)}${query}`, { token: caller });
    expect(answer.status, answer.text).toBe(200);
    return { ...answer, items: answer.body.items as readonly Hit[] };
  }

  async function titles(q: string, query = '', caller = token): Promise<readonly string[]> {
    return (await find(q, query, caller)).items.map(({ title }) => title);
  }

  async function signIn(name: string, groupIds: readonly string[]): Promise<string> {
    const body = { email: `${name}@harbourvale.example`, groupIds };
    await account.call('/v1/users', { method: 'POST', token, body });
    return await account.token({ subject: name, email: body.email });
  }

  it('finds rows of all collections in one round trip, with a count for each', async () => {
    const { items, body, headers } = await find('holloway');
    expect(items.map(({ collection }) => collection).sort()).toEqual(['cases', 'clients', 'documents']);
    expect(body).toMatchObject({
      counts: { clients: 1, cases: 1, documents: 1, 'contact-companies': 0, 'contact-individuals': 0 },
      isTruncated: false,
      isIndexComplete: true,
      nextCursor: null,
    });
    expect(headers.get(ROUND_TRIPS_HEADER)).toBe('1');
  });

  it.each([
    ['the beginning of a word', 'hollow', 'Siân Holloway'],
    ['any case', 'HOLLOWAY sia', 'Siân Holloway'],
    ['without accents', 'sian holl', 'Siân Holloway'],
    ['with accents that are not there', 'Sïän', 'Siân Holloway'],
    ['with accents of their own', 'Sia\u0302n', 'Siân Holloway'],
    ['a reference', 'HV-00042', 'Siân Holloway'],
    ['an e-mail address', 'sian.holloway@post.example', 'Siân Holloway'],
    ['a telephone number', '7700 900123', 'Siân Holloway'],
    ['a postcode', 'nr1 3qt', 'Siân Holloway'],
    ['a tag', 'annual', 'Siân Holloway'],
    ['a file name', 'scan-0042.pdf', 'Passport of S Holloway'],
    ['a role', 'priya solic', 'Priya Nair'],
  ])('finds by %s', async (_what, q, title) => {
    expect(await titles(q)).toContain(title);
  });

  it.each([
    ['letters without accents to remove', 'lodz', 'Łódź Øst'],
    ['such letters as they are', 'ŁÓDŹ ØST', 'Łódź Øst'],
    ['a sharp s written as ss', 'strauss', 'Strauß & Ægir'],
    ['a sharp s', 'STRAUẞ', 'Strauß & Ægir'],
    ['a ligature written out', 'aegir', 'Strauß & Ægir'],
    ['Icelandic letters', 'thordur', 'Þórður Eðvarð'],
    ['d for eth', 'edvard', 'Þórður Eðvarð'],
    ['the dotless i', 'cinar', 'Çınar'],
    ['full width letters', 'tanaka', 'Ｔａｎａｋａ'],
    ['an apostrophe of a phone', 'o’hara', "Aoife O'Hara"],
    ['a word with a soft hyphen in it', 'hollo\u00adway sian', 'Siân Holloway'],
    ['a mobile number together', '07700900123', 'Siân Holloway'],
    ['the beginning of a mobile number', '0770090', 'Siân Holloway'],
    ['a mobile number in its groups', '07700 900 123', 'Siân Holloway'],
    ['a landline together', '02079460958', "Aoife O'Hara"],
    ['a landline in groups', '020 7946 0958', "Aoife O'Hara"],
    ['a landline with its country', '+44 20 7946 0958', "Aoife O'Hara"],
    ['a landline as cards print it', '+44 (0)20 7946-0958', "Aoife O'Hara"],
    ['a landline by 0044', '00442079460958', "Aoife O'Hara"],
    ['a first line of an address', 'quayside', 'Siân Holloway'],
    ['a further line of an address', 'flat 7', "Aoife O'Hara"],
    ['a postcode without its space', 'NR13QT', 'Siân Holloway'],
  ])('finds by %s', async (_what, q, title) => {
    const { items } = await find(q);
    const hit = items.find((item) => item.title === title);
    expect(hit?.matches, JSON.stringify(items)).not.toEqual([]);
  });

  it('marks a whole number, in whichever form it was searched', async () => {
    const [hit] = (await find('+44 (0)20 79460958')).items;
    expect(hit?.matches).toEqual([
      { pointer: '#/phones/0/number', text: '(020) 7946 0958', ranges: [{ start: 0, end: 15 }] },
    ]);
  });

  it('requires every word, and treats only the last as a prefix', async () => {
    expect(await titles('holloway passport')).toEqual(['Passport of S Holloway']);
    expect(await titles('hollow passport')).toEqual([]);
    expect(await titles('holloway nothing')).toEqual([]);
  });

  it('ranks whole words above prefixes, and names above other fields', async () => {
    await create('contact-companies', { name: 'Normanton Ltd', kind: 'norman' });
    await create('contact-companies', { name: 'Norman Ltd' });
    await create('contact-individuals', { lastName: 'Zed', role: 'Norman' });
    expect((await titles('norman')).at(0)).toBe('Norman Ltd');
    expect((await titles('norman')).at(-1)).toBe('Zed');
  });

  it('ranks the newest rows of a very common word, names first, and other words as usual', async () => {
    const many = account.database.prepare(
      `insert into contact_companies (id, body) with recursive n(i) as (select 1 union all select i + 1 from n where i < 2500)
       select 'cmp-' || printf('%026d', i), json_object('name', 'Umbrella ' || i) from n`,
    );
    await many.run();
    await create('contact-companies', { name: 'Newest Ltd', kind: 'umbrella' });
    await create('contact-companies', { name: 'Umbrellas of Bath' });
    const first = await find('umbrella', '&limit=3');
    expect(first.items.map(({ title }) => title)).toEqual([
      'Umbrella 2500',
      'Umbrella 2499',
      'Umbrella 2498',
    ]);
    expect(first.body).toMatchObject({ isTruncated: true, counts: { 'contact-companies': 1000 } });
    expect(await titles('umbrella 77')).toEqual([
      'Umbrella 77',
      ...Array.from({ length: 10 }, (_, i) => `Umbrella ${779 - i}`),
    ]);
    expect(await titles('newest umbrella')).toEqual(['Newest Ltd']);
    expect(await titles('bath umbrella')).toEqual(['Umbrellas of Bath']);
    await create('contact-individuals', { lastName: 'Umbrellamaker' });
    expect(await titles('umbrella', '&types=contact-individuals')).toEqual(['Umbrellamaker']);
    await account.database
      .prepare("delete from contact_companies where id < 'cmp-00000000000000000000009999'")
      .run();
  });

  it('marks matches as ranges of the text, not as HTML', async () => {
    const id = await create('contact-companies', { name: '<b>Quill</b> & Quillon Ltd' });
    const { items } = await find('quill');
    expect(items).toMatchObject([
      {
        collection: 'contact-companies',
        id,
        matches: [
          {
            pointer: '#/name',
            text: '<b>Quill</b> & Quillon Ltd',
            ranges: [
              { start: 3, end: 8 },
              { start: 15, end: 22 },
            ],
          },
        ],
      },
    ]);
    const [
      {
        matches: [phone],
      } = { matches: [] },
    ] = (await find('900123')).items;
    expect(phone).toEqual({
      pointer: '#/phones/0/number',
      text: '+44 7700 900123',
      ranges: [{ start: 9, end: 15 }],
    });
  });

  it('can be limited to some collections', async () => {
    expect(await titles('holloway', '&types=documents')).toEqual(['Passport of S Holloway']);
    const { body } = await find('holloway', '&types=documents,cases');
    expect(body.counts).toEqual({ cases: 1, documents: 1 });
  });

  it('pages without gaps or duplicates', async () => {
    for (let index = 0; index < 7; index++) await create('contact-companies', { name: `Pager ${index % 3}` });
    const whole = (await find('pager')).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const { items, body } = await find('pager', `&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(7);
  });

  it('refuses a cursor of another search', async () => {
    const { body } = await find('pager', '&limit=1');
    const answer = await account.call(`/v1/search?q=holloway&cursor=${body.nextCursor}`, { token });
    expect([answer.status, answer.body.type]).toEqual([400, 'urn:freehold:problem:invalid-cursor']);
  });

  it('never finds a row by a sensitive field', async () => {
    for (const q of ['AB123456C', 'ab12', 'zebraprint']) expect(await titles(q)).toEqual([]);
  });

  it('returns and counts only rows that the caller may read', async () => {
    const permissions = ['documents:read', 'cases:read'];
    const group = await account.call('/v1/groups', {
      method: 'POST',
      token,
      body: { name: 'Filing', permissions },
    });
    const clerk = await signIn('clerk', [String(group.body.id)]);
    const { items, body } = await find('holloway', '', clerk);
    expect(items.map(({ collection }) => collection).sort()).toEqual(['cases', 'documents']);
    expect(body.counts).toEqual({ cases: 1, documents: 1 });
    const asked = await account.call('/v1/search?q=holloway&types=clients', { token: clerk });
    expect([asked.status, asked.body.permission]).toEqual([403, 'clients:read']);
  });

  it('is refused without permission for any collection, and without a token', async () => {
    const powerless = await signIn('powerless', []);
    expect((await account.call('/v1/search?q=holloway', { token: powerless })).status).toBe(403);
    expect((await account.call('/v1/search?q=holloway')).status).toBe(401);
    const reader = await signIn('reader', [seedGroupIds.readOnly]);
    expect((await find('holloway', '', reader)).items).toHaveLength(3);
  });

  it('reflects every change immediately', async () => {
    const id = await create('contact-individuals', { lastName: 'Firstly' });
    const path = `/v1/contact-individuals/${id}`;
    const headers = { 'if-match': '*' };
    expect(await titles('firstly')).toEqual(['Firstly']);
    await account.call(path, { method: 'PATCH', token, headers, body: { lastName: 'Secondly' } });
    expect([await titles('firstly'), await titles('secondly')]).toEqual([[], ['Secondly']]);
    await account.call(path, { method: 'PATCH', token, headers, body: { companyId: null } });
    expect(await titles('secondly')).toEqual(['Secondly']);
    await account.call(path, { method: 'DELETE', token, headers });
    expect(await titles('secondly')).toEqual([]);
  });

  it('removes the words of a deleted row from the bytes of the index', async () => {
    const id = await create('clients', { lastName: 'Xylophonist', tags: ['marimba'] });
    expect(await indexHolds('xylophonist')).toBe(true);
    const headers = { 'if-match': '*' };
    expect((await account.call(`/v1/clients/${id}`, { method: 'DELETE', token, headers })).status).toBe(204);
    for (const word of ['xylophonist', 'ylophonist', 'marimba', 'arimba']) {
      expect(await indexHolds(word), word).toBe(false);
    }
    const entries = await account.database
      .prepare('select 1 from search_entries where row_id = ?')
      .bind(id)
      .all();
    expect(entries.results).toEqual([]);
  });

  /** Terms in the index share prefixes, so a word may be stored without its first letters. */
  async function indexHolds(word: string): Promise<boolean> {
    const { results } = await account.database
      .prepare('select hex(block) as block from search_index_data')
      .all<{ block: string }>();
    const hex = Buffer.from(word.slice(3)).toString('hex').toUpperCase();
    return results.some(({ block }) => block.includes(hex));
  }

  it.each([
    ['no words', '?q='],
    ['no query', ''],
    ['signs alone', `?q=${encodeURIComponent('"*^:(){}-+')}`],
    ['the mark of the tokens of the index', `?q=${encodeURIComponent('\u{e000}')}`],
    ['too many words', `?q=${'a+'.repeat(9)}`],
    ['too many characters', `?q=${'a'.repeat(201)}`],
    ['an unknown collection', '?q=a&types=users'],
    ['an empty collection name', '?q=a&types='],
    ['a limit above the largest', '?q=a&limit=51'],
    ['an unknown parameter', '?q=a&colour=red'],
    ['a duplicate parameter', '?q=a&q=b'],
    ['a malformed cursor', '?q=a&cursor=x'],
  ])('refuses %s', async (_what, query) => {
    expect((await account.call(`/v1/search${query}`, { token })).status).toBe(400);
  });
});
