import { auditEvents } from './tables/audit-events.ts';
import { caseTasks } from './tables/case-tasks.ts';
import { cases } from './tables/cases.ts';
import { clientDependantClients } from './tables/client-dependant-clients.ts';
import { clientDependants } from './tables/client-dependants.ts';
import { clients } from './tables/clients.ts';
import { contactCompanies } from './tables/contact-companies.ts';
import { contactIndividuals } from './tables/contact-individuals.ts';
import { documents } from './tables/documents.ts';
import { groups } from './tables/groups.ts';
import { users } from './tables/users.ts';
import { webhookDeliveries } from './tables/webhook-deliveries.ts';
import { webhookEndpoints } from './tables/webhook-endpoints.ts';

/** Every table of an account's database, grouped by domain. */
export const accountTables = [
  // Administration
  users,
  groups,
  // Clients
  clients,
  clientDependants,
  clientDependantClients,
  // Cases
  cases,
  caseTasks,
  // Documents
  documents,
  // Contacts
  contactCompanies,
  contactIndividuals,
  // Webhooks
  webhookEndpoints,
  webhookDeliveries,
  // Record keeping
  auditEvents,
] as const;
