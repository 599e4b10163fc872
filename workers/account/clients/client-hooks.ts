import { sql } from 'kysely';
import type { CollectionHooks } from '../../http/collection/collection-options.ts';
import type { WarningRule } from '../../http/collection/warnings.ts';
import type { AccountBindings } from '../bindings.ts';

/** Maximum likely duplicates in a warning. */
const DUPLICATES_MAX = 10;

/**
 * Clients with the same date of birth that are examined, newest first. A real date has a few dozen among a million
 * clients, but a placeholder date for "unknown" can have any number, and an import checks every line.
 */
const SAME_DAY_MAX = 200;

/** Warns when a new client has the same last name, however it is typed, and date of birth as another. Without a date it does not apply. */
const likelyDuplicate: WarningRule = {
  code: 'likely-duplicate',
  title: 'The client may already exist',
  detail: 'There are already clients with this last name and date of birth.',
  needs: ['lastName', 'dateOfBirth'],
  ids: (row) => sql<string>`(select json_group_array(id) from (select id from
      (select id, last_name from clients where date_of_birth = ${row.field('dateOfBirth')}
        order by id desc limit ${SAME_DAY_MAX})
    where last_name = ${row.folded('lastName')} and id <> ${row.id} order by id limit ${DUPLICATES_MAX}))`,
  permission: 'clients:read',
};

/** Hooks of clients: a warning before the firm records the same person twice. */
export const clientHooks: CollectionHooks<AccountBindings> = { warnings: [likelyDuplicate] };
