import type { SupportTable } from '../model/support-tables.ts';

/**
 * What the account knows of itself; see `factory/standing.ts`. At most one row. The platform writes it; until
 * then the account serves no requests.
 */
export const standingTable: SupportTable = {
  name: 'standing',
  statements: [
    `CREATE TABLE standing (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL,
  revision INTEGER GENERATED ALWAYS AS (body ->> '$.revision') VIRTUAL NOT NULL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL NOT NULL,
  routing_epoch INTEGER GENERATED ALWAYS AS (body ->> '$.routingEpoch') VIRTUAL NOT NULL
) STRICT`,
  ],
};
