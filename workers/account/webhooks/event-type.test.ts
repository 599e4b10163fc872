import { describe, expect, it } from 'vitest';
import { toEventType } from './event-type.ts';

describe('event types of an account', () => {
  it('are named after the collection and what happened to the row', () => {
    expect(toEventType('clients', 'create')).toBe('clients.created');
    expect(toEventType('case-tasks', 'delete')).toBe('case-tasks.deleted');
    expect(toEventType('documents', 'upload')).toBe('documents.uploaded');
    expect(toEventType('documents', 'download')).toBeUndefined();
    expect(toEventType('clients', 'export')).toBeUndefined();
  });
});
