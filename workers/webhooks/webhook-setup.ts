import type { RawBuilder } from 'kysely';
import type { Table } from '../../schema/model/define-table.ts';
import type { ApiContext } from '../http/api/api-context.ts';
import type { Authorize } from '../http/collection/access.ts';
import type { CollectionHooks } from '../http/collection/collection-options.ts';

/** The bindings that the engine needs. */
export interface WebhookBindings {
  readonly DB: D1Database;
  /** The zone that people use; see `isLocalDeployment()`. */
  readonly ZONE: string;
}

/**
 * What differs between the webhooks of an account and those of the platform. Both databases have the tables
 * `webhook_endpoints`, `webhook_deliveries`, `webhook_secrets` and `webhook_progress`.
 */
export interface WebhookSetup<Bindings> {
  readonly endpoints: Table;
  readonly deliveries: Table;
  /** All tables of the database. */
  readonly tables: readonly Table[];
  readonly authorize: Authorize<Bindings>;
  /** The account that owns the database; undefined on the platform. */
  readonly accountId: (bindings: Bindings) => string | undefined;
  readonly events: EventSource;
  /** Whether an endpoint can ask for this event type, whose form the model has checked. */
  readonly isKnownEventType: (eventType: string) => boolean;
  /** Message for the caller about an unknown event type. */
  readonly unknownEventType: string;
  /** Preconditions of a change of an endpoint. Default none. */
  readonly preconditions?: CollectionHooks<Bindings>['preconditions'];
  /** Runs after a write that leaves something to send. Default: it is sent with the next run. */
  readonly sendSoon?: (context: ApiContext<Bindings>) => void;
}

/** The table that events are read from. Each event is written in the transaction of the change that it reports. */
export interface EventSource {
  /** Table with `id` and `body`, whose rowid is the position of an event: the order of the commits. */
  readonly table: string;
  /** SQL for the position before the first event since an instant; null when there was none. */
  readonly positionBefore: (sinceMs: number) => RawBuilder<number | null>;
  /** Reads an event; undefined for a row that webhooks do not report. */
  readonly toEvent: (row: StoredEvent) => WebhookEvent | undefined;
}

/** A row of the event source. */
export interface StoredEvent {
  readonly id: string;
  readonly position: number;
  /** JSON text. */
  readonly body: string;
}

/** An event as it is sent. */
export interface WebhookEvent {
  readonly type: string;
  /** ISO. */
  readonly occurredAt: string;
  /** The row that changed; messages about the same row keep their order. */
  readonly rowId: string;
  readonly data: Readonly<Record<string, unknown>>;
}
