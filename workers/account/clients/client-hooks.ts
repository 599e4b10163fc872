import { sql } from 'kysely';
import type { Caution } from '../../http/collection/cautions.ts';
import type { Change, CollectionHooks } from '../../http/collection/collection-options.ts';
import type { AccountBindings } from '../bindings.ts';

/** How many likely duplicates a warning names. */
const DUPLICATES_MAX = 10;

/** What is special about clients: the firm is warned before it looks after the same person twice. */
export const clientHooks: CollectionHooks<AccountBindings> = { cautions: likelyDuplicates };

/** A new client who has the last name, in any case, and the date of birth of another. Without a date nothing is likely. */
function likelyDuplicates({ id, after }: Change): readonly Caution[] {
  const { lastName, dateOfBirth } = after ?? {};
  if (typeof lastName !== 'string' || typeof dateOfBirth !== 'string') return [];
  // The plus makes SQLite look by the date: of one day there are few people, of one name there may be thousands.
  const ids = sql<string>`(select json_group_array(id) from (select id from clients
    where date_of_birth = ${dateOfBirth} and +last_name = ${lastName} and id <> ${id} limit ${DUPLICATES_MAX}))`;
  return [
    {
      code: 'likely-duplicate',
      title: 'The client may be there already',
      detail: 'Clients with this last name and date of birth are there already.',
      ids,
      permission: 'clients:read',
    },
  ];
}
