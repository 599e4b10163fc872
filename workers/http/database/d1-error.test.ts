import { describe, expect, it } from 'vitest';
import { d1Code, toD1Refusal } from './d1-error.ts';

describe('toD1Refusal', () => {
  it.each([
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  ])('reports that nothing was changed, with Retry-After, for %s', (message) => {
    expect(toD1Refusal(new Error(message))?.error).toMatchObject({
      kind: 'database_overloaded',
      retryAfterSeconds: 2,
    });
  });

  it.each([
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
    'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
    'D1_ERROR: D1 DB reset because its code was updated.',
    'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
    'D1_ERROR: Replica disconnected from primary.',
    'internal error; reference = 0123456789abcdef',
  ])('reports that a change may have been made, with Retry-After, for %s', (message) => {
    expect(toD1Refusal(new Error(message))?.error).toEqual({
      kind: 'database_interrupted',
      retryAfterSeconds: 2,
    });
  });

  it.each([
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
    'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
  ])('reports that an immediate repeat would fail too, for %s', (message) => {
    expect(toD1Refusal(new Error(message))?.error).toMatchObject({
      kind: 'database_interrupted',
      isExhausted: true,
    });
  });

  it('recognises a full database', () => {
    const refusal = toD1Refusal(new Error('D1_ERROR: Exceeded maximum DB size.'));
    expect(refusal?.error).toMatchObject({ kind: 'own', code: 'database-full', status: 507 });
  });

  it('names the field whose value is taken', () => {
    const error = new Error(
      'D1_ERROR: UNIQUE constraint failed: clients.last_name, clients.reference: SQLITE_CONSTRAINT',
    );
    expect(toD1Refusal(error, (table, column) => `${table}-${column}`)?.error).toMatchObject({
      kind: 'duplicate',
      errors: [{ pointer: '#/clients-last_name' }, { pointer: '#/clients-reference' }],
    });
  });

  it('recognises two simultaneous requests with the same Idempotency-Key', () => {
    const error = new Error(
      'D1_ERROR: UNIQUE constraint failed: idempotency_keys.subject, idempotency_keys.key: SQLITE_CONSTRAINT',
    );
    expect(toD1Refusal(error)?.error.kind).toBe('idempotency_in_flight');
  });

  it('rethrows everything else', () => {
    expect(toD1Refusal(new Error('D1_ERROR: no such table: boats: SQLITE_ERROR'))).toBeUndefined();
    expect(toD1Refusal('a string')).toBeUndefined();
  });
});

describe('d1Code', () => {
  it('keeps the codes of a message and drops anything that could be a value', () => {
    expect(d1Code(new Error("D1_TYPE_ERROR: Type 'object' not supported for value 'Holloway'"))).toBe(
      'D1_TYPE_ERROR',
    );
    expect(d1Code(new Error('D1_ERROR: near "x": syntax error at offset 1: SQLITE_ERROR'))).toBe(
      'D1_ERROR SQLITE_ERROR',
    );
    expect(d1Code(new Error('Unexpected token H in JSON'))).toBeUndefined();
  });
});
