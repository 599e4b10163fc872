/** A table that is not a collection, written as SQL. The Workers use it internally. */
export interface SupportTable {
  readonly name: string;
  readonly statements: readonly string[];
}

/** Support tables of both tiers. The ledger of migrations is not among them: it creates itself. */
export const supportTables: readonly SupportTable[] = [
  {
    name: 'idempotency_keys',
    statements: [
      `CREATE TABLE idempotency_keys (
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  response_status INTEGER NOT NULL,
  response_body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (subject, key)
) STRICT`,
      // Responses hold personal data, so each request deletes the expired ones of all callers.
      'CREATE INDEX idempotency_keys_by_created_at ON idempotency_keys (created_at)',
    ],
  },
];
