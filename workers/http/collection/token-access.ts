import { sql } from 'kysely';
import type { Person } from '../identity/access-token.ts';
import type { Access } from './access.ts';
import { rowsBuilder } from './rows.ts';

const NOTHING = sql`select 1 where false`.compile(rowsBuilder);

/** Access of a person whose permissions are in the token, as on the platform. */
export function tokenAccess(person: Person): Access {
  return {
    subject: person.subject,
    query: NOTHING,
    condition: sql<boolean>`true`,
    holds: () => sql<boolean>`true`,
    actor: sql<string>`${person.subject}`,
    decide: () => ({ actorId: person.subject, may: () => true }),
  };
}
