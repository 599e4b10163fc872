import { newId } from '../../schema/model/ids.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Clients of an account with the same last name, so that a search finds as many in a small account as in a large one. */
const NAMESAKES = 50;

const nameStems = 'Holloway Vale Ashdown Brook Carrick Denholm Ellery Farrow Garside Hartley'.split(' ');
const firstNames = 'Margaret Rowan Idris Priya Callum Nia Tomasz Grace Hamish Leila'.split(' ');
const towns = 'Norwich Leeds Bath Perth Swansea Derry Truro Ely Ripon Wells'.split(' ');
const streets = 'Quayside Mill Lane,Castle Street,Station Road,Church Walk,Orchard Close'.split(',');
const subjects = 'Pension transfer,Mortgage review,Care funding,Estate plan,Annual review'.split(',');
const papers = 'Fact find,Suitability report,Passport copy,Power of attorney,Statement'.split(',');
const noteWords =
  'prefers calls after six and letters in large print since the operation; her daughter sits in on meetings'.split(
    ' ',
  );

/** A row for the database: its id and its body. */
export type InventedRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Number of different last names among this many clients. */
export function countLastNames(clients: number): number {
  return Math.max(1, Math.floor(clients / NAMESAKES));
}

/** The n-th last name. */
export function lastName(ordinal: number): string {
  const stem = nameStems[ordinal % nameStems.length] as string;
  // All names have the same length, so that no name is a prefix of another.
  return `${stem}${String(Math.floor(ordinal / nameStems.length)).padStart(4, '0')}`;
}

/** Invents the rows of an account with this many clients, in the order of their ids. */
export function inventRows(accountId: string, clients: number, random: SeededRandom) {
  const names = countLastNames(clients);
  const bornMs = Date.UTC(2016, 0, 1);
  const tracked = (prefix: 'cli' | 'cas' | 'doc' | 'ind', ordinal: number) => {
    const createdAtMs = bornMs + ordinal * 300_000;
    const createdAt = new Date(createdAtMs).toISOString();
    return {
      id: newId(prefix, createdAtMs, random.bytes(16)),
      ...{ accountId, createdAt, createdBy: 'system', updatedAt: createdAt, updatedBy: 'system', version: 1 },
    };
  };
  const day = (firstYear: number, years: number) =>
    new Date(Date.UTC(firstYear + random.below(years), random.below(12), 1 + random.below(28)))
      .toISOString()
      .slice(0, 10);
  const note = (words: number) => Array.from({ length: words }, () => random.pick(noteWords)).join(' ');

  return {
    client: (ordinal: number): InventedRow => ({
      ...tracked('cli', ordinal),
      reference: `G-${ordinal}`,
      status: ordinal % 10 === 0 ? 'prospect' : 'active',
      firstName: random.pick(firstNames),
      lastName: lastName(random.below(names)),
      dateOfBirth: day(1935, 70),
      email: `person${ordinal}@post.example`,
      phones: [{ kind: 'mobile', number: `+4477009${String(ordinal % 100_000).padStart(5, '0')}` }],
      addresses: [
        {
          kind: 'home',
          line1: `${1 + random.below(200)} ${random.pick(streets)}`,
          town: random.pick(towns),
          postcode: `NR${1 + random.below(30)} ${random.below(10)}QT`,
          country: 'GB',
        },
      ],
      vulnerabilityNote: note(190),
      tags: [random.pick(['review', 'retired', 'business owner'])],
    }),
    case: (ordinal: number, clientId: string): InventedRow => ({
      ...tracked('cas', ordinal),
      reference: `K-${ordinal}`,
      clientId,
      clientIds: [],
      type: random.pick(['pension', 'mortgage', 'care']),
      status: random.pick(['open', 'waiting', 'closed']),
      title: `${random.pick(subjects)} ${ordinal}`,
      dueOn: day(2026, 3),
      valuePence: random.below(50_000_000),
    }),
    document: (ordinal: number, clientId: string): InventedRow => ({
      ...tracked('doc', ordinal),
      clientId,
      category: random.pick(['advice', 'identity', 'correspondence']),
      title: `${random.pick(papers)} ${ordinal}`,
      fileName: `scan-${ordinal}.pdf`,
      mediaType: 'application/pdf',
      legalHold: false,
    }),
    contact: (ordinal: number): InventedRow => ({
      ...tracked('ind', ordinal),
      firstName: random.pick(firstNames),
      lastName: lastName(random.below(names)),
      email: `contact${ordinal}@office.example`,
      role: 'Paraplanner',
      phones: [],
    }),
  };
}
