import type { PlatformDatabase } from '../../../schema/model/kysely-types.ts';
import { createQueryBuilder } from '../../http/database/query-builder.ts';

/** Builds queries on the platform's database; see `Database.batch()` for how they run. */
export const queries = createQueryBuilder<PlatformDatabase>();
