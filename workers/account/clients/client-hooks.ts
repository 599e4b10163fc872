import { sql } from 'kysely';
import type { Caution } from '../../http/collection/cautions.ts';
import type { CollectionHooks } from '../../http/collection/collection-options.ts';
import type { AccountBindings } from '../bindings.ts';

/** How many likely duplicates a warning names. */
const DUPLICATES_MAX = 10;

/** A new client who has the last name, in any case, and the date of birth of another. Without a date nothing is likely. */
const likelyDuplicate: Caution = {
  code: 'likely-duplicate',
  title: 'The client may be there already',
  detail: 'Clients with this last name and date of birth are there already.',
  needs: ['lastName', 'dateOfBirth'],
  // The plus makes SQLite look by the date: of one day there are few people, of one name there may be thousands.
  ids: (row) => sql<string>`(select json_group_array(id) from (select id from clients
    where date_of_birth = ${row.field('dateOfBirth')} and +last_name = ${row.field('lastName')}
      and id <> ${row.id} limit ${DUPLICATES_MAX}))`,
  permission: 'clients:read',
};

/** What is special about clients: the firm is warned before it looks after the same person twice. */
export const clientHooks: CollectionHooks<AccountBindings> = { cautions: [likelyDuplicate] };
