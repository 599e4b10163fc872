import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { accountStatuses } from './account-states.ts';
import { applyChange, mayStart, statusChange } from './account-transitions.ts';
import { type OperationKind, operationInput, operationKindNames, operationKinds } from './operation-kinds.ts';
import { operationReport, operationRequest } from './operation-messages.ts';
import { hasEnded, operationStatuses } from './operation-states.ts';

const account = {
  id: 'acc-01kdw5h80c0000000000000005',
  slug: 'harbour-vale',
  region: 'eu',
  placement: 'script',
  cell: 'default',
};
const request = (kind: OperationKind, input: object) => ({
  operationId: 'op-01kdw5h80c0000000000000005',
  kind,
  account,
  input,
});

describe('the kinds of operation', () => {
  it('change a status only from one in which they can start, or which they cause', () => {
    for (const kind of operationKindNames) {
      const change = statusChange(operationKinds[kind], 'accepted');
      for (const status of change?.from ?? [])
        expect(mayStart(operationKinds[kind], status, true), `${kind} from ${status}`).toBe(true);
    }
  });

  it('allow an offboarding from every status but the last', () => {
    const leaving = accountStatuses.filter((status) => mayStart(operationKinds.offboard, status, false));
    expect(leaving).toEqual(accountStatuses.filter((status) => status !== 'offboarded'));
  });

  it('describe every input field', () => {
    for (const kind of operationKindNames)
      for (const [name, field] of Object.entries(operationInput(operationKinds[kind]).entries))
        expect(v.getDescription(field), `${kind} ${name}`).toBeTruthy();
  });

  it('end a suspension, and change no other status', () => {
    const suspended = applyChange('active', statusChange(operationKinds.suspend, 'accepted'));
    expect(suspended).toBe('suspended');
    expect(applyChange(suspended, statusChange(operationKinds.resume, 'accepted'))).toBe('active');
    expect(applyChange('failed', statusChange(operationKinds.suspend, 'accepted'))).toBe('failed');
    expect(applyChange('active', undefined)).toBe('active');
  });

  it('reverse an offboarding only while the account is registered', () => {
    expect(mayStart(operationKinds.upgrade, 'offboarding', true)).toBe(true);
    expect(mayStart(operationKinds.upgrade, 'offboarding', false)).toBe(false);
  });
});

describe('the request for an operation', () => {
  it.each<[OperationKind, object]>([
    ['provision', {}],
    ['suspend', { reason: 'Unpaid.' }],
    ['offboard', { confirm: 'harbour-vale' }],
  ])('accepts the input of its kind: %s', (kind, input) => {
    expect(v.is(operationRequest(), request(kind, input))).toBe(true);
  });

  it.each<[OperationKind, object, string]>([
    ['suspend', {}, 'input.reason'],
    ['offboard', { confirm: '' }, 'input.confirm'],
    ['resume', { reason: 'why' }, 'input.reason'],
  ])('refuses other input, and names the field: %s %o', (kind, input, path) => {
    const issues: readonly v.BaseIssue<unknown>[] =
      v.safeParse(operationRequest(), request(kind, input)).issues ?? [];
    expect(issues.map((issue) => v.getDotPath(issue))).toEqual([path]);
  });

  it('refuses an unknown field, which would be lost', () => {
    const extra = { ...request('upgrade', {}), account: { ...account, plan: 'plus' } };
    expect(v.is(operationRequest(), extra)).toBe(false);
  });
});

describe('a report of an operation', () => {
  it('is truncated to the lengths of the row, because a refusal would lose it', () => {
    const step = { name: 'database', status: 'failed', detail: 'd'.repeat(5_000) };
    const report = { revision: 1, status: 'failed', steps: [step], apiCalls: 0, reason: '🙂'.repeat(4_000) };
    const parsed = v.parse(operationReport, report);
    expect(parsed.steps[0]?.detail).toHaveLength(1_000);
    expect(parsed.reason).toHaveLength(4_000);
    expect(parsed.reason?.isWellFormed()).toBe(true);
  });

  it('ends an operation with one of three statuses', () => {
    expect(operationStatuses.filter(hasEnded)).toEqual(['succeeded', 'failed', 'stalled']);
  });
});
