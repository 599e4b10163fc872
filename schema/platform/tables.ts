import { accounts } from './tables/accounts.ts';
import { platformAuditEvents } from './tables/audit-events.ts';
import { operations } from './tables/operations.ts';
import { providers } from './tables/providers.ts';
import { releases } from './tables/releases.ts';
import { platformWebhookDeliveries } from './tables/webhook-deliveries.ts';
import { platformWebhookEndpoints } from './tables/webhook-endpoints.ts';

/** Every table of the platform's database. None of them holds data about the clients of a firm. */
export const platformTables = [
  // Registry
  accounts,
  operations,
  releases,
  // Marketplace
  providers,
  // Operators
  platformWebhookEndpoints,
  platformWebhookDeliveries,
  platformAuditEvents,
] as const;
