import type { Change, CollectionHooks, CollectionOptions } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import { findTargetFault, isLocalDeployment } from '../sending/target-rules.ts';
import type { WebhookBindings, WebhookSetup } from '../webhook-setup.ts';

/** What is special about endpoints, wherever the Worker runs. */
export function endpointHooks<Bindings>(setup: WebhookSetup<Bindings>): CollectionHooks<Bindings> {
  const { preconditions } = setup;
  return {
    check: (change) => toRefusal(eventTypeFaults(change, setup)),
    ...(preconditions === undefined ? {} : { preconditions }),
    // A reason belongs to an endpoint that is disabled; the trigger that takes it away runs after the row is read.
    hidden: ({ status }) => (status === 'enabled' ? ['disabledReason', 'disabledAt'] : []),
  };
}

/** The collection of endpoints as this deployment takes them: which addresses are fine depends on where it runs. */
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
