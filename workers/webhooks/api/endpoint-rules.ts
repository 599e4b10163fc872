import type { Change, CollectionHooks, CollectionOptions } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import { findTargetFault, isLocalDeployment } from '../sending/target-rules.ts';
import type { WebhookBindings, WebhookSetup } from '../webhook-setup.ts';

/** Hooks of endpoints that do not depend on the deployment. */
export function endpointHooks<Bindings>(setup: WebhookSetup<Bindings>): CollectionHooks<Bindings> {
  const { preconditions } = setup;
  return {
    check: (change) => toRefusal(eventTypeFaults(change, setup)),
    ...(preconditions === undefined ? {} : { preconditions }),
    // Only a disabled endpoint has a reason; the trigger that removes it runs after the row is returned.
    hidden: ({ status }) => (status === 'enabled' ? ['disabledReason', 'disabledAt'] : []),
  };
}

/** The collection of endpoints with the target rules of this deployment. */
export function endpointCollection<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
  { ZONE }: Bindings,
): CollectionOptions<Bindings> {
  const isLocal = isLocalDeployment(ZONE);
  return {
    table: setup.endpoints,
    tables: setup.tables,
    authorize: setup.authorize,
    accountId: setup.accountId,
    hooks: {
      ...endpointHooks(setup),
      check: (change) => toRefusal([...addressFaults(change, isLocal), ...eventTypeFaults(change, setup)]),
    },
  };
}

function addressFaults({ after }: Change, isLocal: boolean): readonly FieldError[] {
  const fault = after === undefined ? undefined : findTargetFault(String(after.url), isLocal);
  return fault === undefined ? [] : [{ pointer: '#/url', detail: fault }];
}

function eventTypeFaults<Bindings>(
  { after }: Change,
  { isKnownEventType, unknownEventType }: WebhookSetup<Bindings>,
): readonly FieldError[] {
  const eventTypes = (after?.eventTypes ?? []) as readonly string[];
  return eventTypes.flatMap((type, index) =>
    isKnownEventType(type) ? [] : [{ pointer: `#/eventTypes/${index}`, detail: unknownEventType }],
  );
}

function toRefusal(errors: readonly FieldError[]): Refusal | undefined {
  return errors.length === 0 ? undefined : refuse({ kind: 'invalid_body', errors });
}
