import type { SupportTable } from '../model/support-tables.ts';

/**
 * Support tables of webhooks, the same in both tiers.
 *
 * @param eventTable Table whose rowid is the position of an event.
 */
export function webhookSupport(eventTable: string): readonly SupportTable[] {
  return [
    {
      // Separate from the endpoints, so that lists, exports and audit digests never hold a secret.
      name: 'webhook_secrets',
      statements: [
        `CREATE TABLE webhook_secrets (
  endpoint_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (endpoint_id, secret)
) STRICT, WITHOUT ROWID`,
      ],
    },
    {
      // The last event that each endpoint has been sent, as a rowid of the table of events, and its recent failures. Times in milliseconds.
      name: 'webhook_progress',
      statements: [
        `CREATE TABLE webhook_progress (
  endpoint_id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  failing_since INTEGER,
  paused_until INTEGER NOT NULL,
  is_gone INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
        "CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_attempt_at) WHERE status = 'pending'",
        // An endpoint gets events from its creation on, except those that happen while it is disabled.
        `CREATE TRIGGER webhook_endpoints_begin AFTER INSERT ON webhook_endpoints
BEGIN
  INSERT INTO webhook_progress (endpoint_id, position, failures, paused_until, is_gone)
  VALUES (NEW.id, coalesce((SELECT max(rowid) FROM ${eventTable}), 0), 0, 0, 0);
END`,
        `CREATE TRIGGER webhook_endpoints_resume AFTER UPDATE OF body ON webhook_endpoints
WHEN NEW.status = 'enabled' AND OLD.status IS NOT 'enabled'
BEGIN
  UPDATE webhook_progress SET position = coalesce((SELECT max(rowid) FROM ${eventTable}), 0),
    failures = 0, failing_since = NULL, paused_until = 0 WHERE endpoint_id = NEW.id;
  UPDATE webhook_endpoints SET body = json_remove(body, '$.disabledReason', '$.disabledAt') WHERE id = NEW.id;
END`,
        `CREATE TRIGGER webhook_endpoints_end AFTER DELETE ON webhook_endpoints
BEGIN
  DELETE FROM webhook_secrets WHERE endpoint_id = OLD.id;
  UPDATE webhook_progress SET is_gone = 1 WHERE endpoint_id = OLD.id;
END`,
      ],
    },
  ];
}
