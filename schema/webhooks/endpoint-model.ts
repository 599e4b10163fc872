import * as v from 'valibot';
import { distinctList, instant, line, oneOf, text } from '../model/fields.ts';
import { endpointAddress } from './endpoint-address.ts';

/**
 * Fields of an endpoint that callers write, in either tier.
 *
 * @param eventType One event type, or a wildcard for several.
 */
export function endpointBody<EventType extends v.GenericSchema<string>>(eventType: EventType) {
  return v.strictObject({
    url: endpointAddress(),
    description: v.optional(text(500)),
    eventTypes: v.pipe(distinctList(eventType, 50), v.minLength(1, 'must name at least one event type')),
    status: v.optional(oneOf(['enabled', 'disabled']), 'enabled'),
  });
}

/** Fields of an endpoint that the server writes. */
export const endpointServerFields = {
  /** Why the endpoint was disabled after days of failures; absent while it is enabled. */
  disabledReason: v.optional(line(300)),
  disabledAt: v.optional(instant()),
};

/** Columns of an endpoint. */
export const endpointColumns = [{ name: 'status', path: 'status', type: 'text', filters: ['eq'] }] as const;
