import { quoteText } from '../model/ddl.ts';
import type { SupportTable } from '../model/support-tables.ts';
import { type PlatformEventType, statusEvents } from './platform-events.ts';

/** SQL for a new event id: `evt-` and 26 characters, as long as every other id. */
const newEventId = "'evt-' || lower(hex(randomblob(13)))";

/** SQL for the current time of the database, in ISO. */
const now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/** SQL for the event type of a change of an account; null when the change is not an event. */
const accountEventType = `CASE
${statusEvents
  .map(
    ({ type, from, to }) =>
      `    WHEN NEW.status = ${quoteText(to)} AND OLD.status IN (${from.map(quoteText).join(', ')}) THEN ${quoteText(type)}`,
  )
  .join('\n')}
    WHEN NEW.status = OLD.status AND NEW.release <> OLD.release THEN ${quoteText('account.upgraded' satisfies PlatformEventType)}
  END`;

/**
 * The events of the platform, the outbox of its webhooks. Triggers write them, so that each is in the transaction of
 * its change and no writer can forget one. They hold ids, states and names of releases only, never a firm's name, its
 * slug or the text of a reason. `position` is the order of the commits; the clean-up keeps the newest row, because
 * SQLite would otherwise use its position again.
 */
export const webhookEvents: SupportTable = {
  name: 'webhook_events',
  statements: [
    `CREATE TABLE webhook_events (
  position INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  occurred_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT`,
    'CREATE INDEX webhook_events_by_occurred_at ON webhook_events (occurred_at)',
    `CREATE TRIGGER webhook_events_of_accounts AFTER UPDATE OF body ON accounts
WHEN NEW.status IS NOT OLD.status OR NEW.release IS NOT OLD.release
BEGIN
  INSERT INTO webhook_events (id, occurred_at, body)
  SELECT ${newEventId}, ${now}, json_object(
    'type', type, 'occurredAt', ${now}, 'rowId', NEW.id,
    'data', json_patch('{}', json_object('id', NEW.id, 'collection', 'accounts', 'version', NEW.version,
      'status', NEW.status, 'release', NEW.release,
      'previousRelease', CASE WHEN NEW.release <> OLD.release THEN OLD.release END)))
  FROM (SELECT ${accountEventType} AS type)
  WHERE type IS NOT NULL;
END`,
    `CREATE TRIGGER webhook_events_of_releases AFTER INSERT ON releases
BEGIN
  INSERT INTO webhook_events (id, occurred_at, body)
  VALUES (${newEventId}, ${now}, json_object(
    'type', ${quoteText('release.created' satisfies PlatformEventType)}, 'occurredAt', ${now}, 'rowId', NEW.id,
    'data', json_object('id', NEW.id, 'collection', 'releases', 'version', NEW.version, 'release', NEW.name)));
END`,
  ],
};
