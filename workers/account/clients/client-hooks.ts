import { sql } from 'kysely';
import type { Caution } from '../../http/collection/cautions.ts';
import type { CollectionHooks } from '../../http/collection/collection-options.ts';
import type { AccountBindings } from '../bindings.ts';

/** How many likely duplicates a warning names. */
const DUPLICATES_MAX = 10;

/**
 * How many clients born on one day are looked at, the newest first. Real days have some dozens among a million; the
 * day that a firm writes for "unknown" has any number, and an import asks for each of its lines.
 */
const SAME_DAY_MAX = 200;

/** A new client who has the last name, in any case, and the date of birth of another. Without a date nothing is likely. */
const likelyDuplicate: Caution = {
  code: 'likely-duplicate',
  title: 'The client may be there already',
  detail: 'Clients with this last name and date of birth are there already.',
  needs: ['lastName', 'dateOfBirth'],
  ids: (row) => sql<string>`(select json_group_array(id) from (select id from
      (select id, last_name from clients where date_of_birth = ${row.field('dateOfBirth')}
        order by id desc limit ${SAME_DAY_MAX})
    where last_name = ${row.field('lastName')} and id <> ${row.id} order by id limit ${DUPLICATES_MAX}))`,
  permission: 'clients:read',
};

/** What is special about clients: the firm is warned before it looks after the same person twice. */
export const clientHooks: CollectionHooks<AccountBindings> = { cautions: [likelyDuplicate] };
