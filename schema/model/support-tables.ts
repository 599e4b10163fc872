/** A table that serves the Workers and is no collection, written out as SQL. */
export interface SupportTable {
  readonly name: string;
  readonly statements: readonly string[];
}

/** Tables that both tiers have besides their collections. The ledger of migrations is not among them: it makes itself. */
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
      // Answers hold personal data, so the expired ones of everybody go, whoever comes next.
      'CREATE INDEX idempotency_keys_by_created_at ON idempotency_keys (created_at)',
    ],
  },
];
