import { webhookEndpoints } from '../../../schema/account/tables/webhook-endpoints.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Change, CollectionHooks, CollectionOptions } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { planAllowsEndpoint } from '../lifecycle/plan-limits.ts';
import { findTargetFault, isLocalDeployment } from './target-rules.ts';

/** What is special about endpoints, wherever the account runs. */
export const endpointHooks: CollectionHooks<AccountBindings> = {
  check: (change) => toRefusal(eventTypeFaults(change)),
  preconditions: ({ action }) => (action === 'create' ? [planAllowsEndpoint] : []),
  // A reason belongs to an endpoint that is disabled; the trigger that takes it away runs after the row is read.
  hidden: ({ status }) => (status === 'enabled' ? ['disabledReason', 'disabledAt'] : []),
};

/** The collection of endpoints as this deployment takes them: which addresses are fine depends on where it runs. */
export function endpointCollection({ ZONE }: AccountBindings): CollectionOptions<AccountBindings> {
  const isLocal = isLocalDeployment(ZONE);
  return {
    table: webhookEndpoints,
    tables: accountTables,
    authorize: authorizeVerb,
    accountId: (bindings) => bindings.ACCOUNT_ID,
    hooks: {
      ...endpointHooks,
      check: (change) => toRefusal([...addressFaults(change, isLocal), ...eventTypeFaults(change)]),
    },
  };
}

function addressFaults({ after }: Change, isLocal: boolean): readonly FieldError[] {
  const fault = after === undefined ? undefined : findTargetFault(String(after.url), isLocal);
  return fault === undefined ? [] : [{ pointer: '#/url', detail: fault }];
}

function eventTypeFaults({ after }: Change): readonly FieldError[] {
  const eventTypes = (after?.eventTypes ?? []) as readonly string[];
  return eventTypes.flatMap((type, index) =>
    isKnown(type)
      ? []
      : [{ pointer: `#/eventTypes/${index}`, detail: 'names no collection of this account' }],
  );
}

function toRefusal(errors: readonly FieldError[]): Refusal | undefined {
  return errors.length === 0 ? undefined : refuse({ kind: 'invalid_body', errors });
}

function isKnown(eventType: string): boolean {
  const [collection] = eventType.split('.');
  return eventType === '*' || accountTables.some((table) => table.collection === collection);
}
