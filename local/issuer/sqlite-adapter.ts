import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Creates the table for `createAdapter`, and deletes expired entries. */
export function prepareAdapterTable(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS artifacts (
      model TEXT, id TEXT, payload TEXT NOT NULL, grant_id TEXT, uid TEXT, user_code TEXT, expires_at INTEGER,
      PRIMARY KEY (model, id)
    );
  `);
  database.prepare('DELETE FROM artifacts WHERE expires_at < ?').run(Math.floor(Date.now() / 1000));
}

/** Stores sessions, grants, codes and tokens of the sign-in server in SQLite, so that they survive a restart. */
export function createAdapter(database: DatabaseSync, model: string): Adapter {
  const find = (column: 'id' | 'uid' | 'user_code', value: string): AdapterPayload | undefined => {
    const row = database
      .prepare(
        `SELECT payload FROM artifacts WHERE model = ? AND ${column} = ? AND (expires_at IS NULL OR expires_at > ?)`,
      )
      .get(model, value, Math.floor(Date.now() / 1000));
    return row === undefined ? undefined : (JSON.parse(String(row.payload)) as AdapterPayload);
  };
  return {
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn ? Math.floor(Date.now() / 1000) + expiresIn : null;
      database
        .prepare('INSERT OR REPLACE INTO artifacts VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(
          model,
          id,
          JSON.stringify(payload),
          payload.grantId ?? null,
          payload.uid ?? null,
          payload.userCode ?? null,
          expiresAt,
        );
      return undefined;
    },
    async find(id) {
      return find('id', id);
    },
    async findByUid(uid) {
      return find('uid', uid);
    },
    async findByUserCode(userCode) {
      return find('user_code', userCode);
    },
    async consume(id) {
      database
        .prepare(
          `UPDATE artifacts SET payload = json_set(payload, '$.consumed', unixepoch()) WHERE model = ? AND id = ?`,
        )
        .run(model, id);
      return undefined;
    },
    async destroy(id) {
      database.prepare('DELETE FROM artifacts WHERE model = ? AND id = ?').run(model, id);
      return undefined;
    },
    async revokeByGrantId(grantId) {
      database.prepare('DELETE FROM artifacts WHERE grant_id = ?').run(grantId);
      return undefined;
    },
  };
}
