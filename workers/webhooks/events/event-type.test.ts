import { describe, expect, it } from 'vitest';
import { isAskedFor } from './event-type.ts';

describe('event types', () => {
  it('are selected by name, by collection, or all together', () => {
    expect(isAskedFor(['clients.created'], 'clients.created')).toBe(true);
    expect(isAskedFor(['clients.created'], 'clients.updated')).toBe(false);
    expect(isAskedFor(['clients.*'], 'clients.updated')).toBe(true);
    expect(isAskedFor(['clients.*'], 'client-dependants.updated')).toBe(false);
    expect(isAskedFor(['*'], 'cases.deleted')).toBe(true);
  });
});
