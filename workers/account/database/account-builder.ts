import type { AccountDatabase } from '../../../schema/model/kysely-types.ts';
import { createQueryBuilder } from '../../http/database/query-builder.ts';

/** Compiles queries over an account's tables. */
export const accountBuilder = createQueryBuilder<AccountDatabase>();
