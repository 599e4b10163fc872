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
  it('change a status only from one in which they may be asked for, or which they leave behind', () => {
    for (const kind of operationKindNames) {
      const change = statusChange(operationKinds[kind], 'accepted');
      for (const status of change?.from ?? [])
        expect(mayStart(operationKinds[kind], status, true), `${kind} from ${status}`).toBe(true);
    }
  });

  it('let every account leave, from any status but the last', () => {
    const leaving = accountStatuses.filter((status) => mayStart(operationKinds.offboard, status, false));
    expect(leaving).toEqual(accountStatuses.filter((status) => status !== 'offboarded'));
  });

  it('describe every field that they take', () => {
    for (const kind of operationKindNames)
      for (const [name, field] of Object.entries(operationInput(operationKinds[kind]).entries))
        expect(v.getDescription(field), `${kind} ${name}`).toBeTruthy();
  });

  it('take a suspension back, and leave alone what it does not start from', () => {
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

describe('the request that begins an operation', () => {
  it.each<[OperationKind, object]>([
    ['provision', {}],
    ['suspend', { reason: 'Unpaid.' }],
    ['offboard', { confirm: 'harbour-vale' }],
  ])('has what the kind takes: %s', (kind, input) => {
    expect(v.is(operationRequest(), request(kind, input))).toBe(true);
  });

  it.each<[OperationKind, object, string]>([
    ['suspend', {}, 'input.reason'],
    ['offboard', { confirm: '' }, 'input.confirm'],
    ['resume', { reason: 'why' }, 'input.reason'],
  ])('is refused with anything else, by the name of the field: %s %o', (kind, input, path) => {
    const issues: readonly v.BaseIssue<unknown>[] =
      v.safeParse(operationRequest(), request(kind, input)).issues ?? [];
    expect(issues.map((issue) => v.getDotPath(issue))).toEqual([path]);
  });

  it('is refused with a field that would be lost', () => {
    const extra = { ...request('upgrade', {}), account: { ...account, plan: 'plus' } };
    expect(v.is(operationRequest(), extra)).toBe(false);
  });
});

describe('a report of an operation', () => {
  it('is cut to the lengths of the row, where a refusal would lose it', () => {
    const step = { name: 'database', status: 'failed', detail: 'd'.repeat(5_000) };
    const report = { revision: 1, status: 'failed', steps: [step], apiCalls: 0, reason: '🙂'.repeat(4_000) };
    const parsed = v.parse(operationReport, report);
    expect(parsed.steps[0]?.detail).toHaveLength(1_000);
    expect(parsed.reason).toHaveLength(4_000);
    expect(parsed.reason?.isWellFormed()).toBe(true);
  });

  it('ends an operation with each of three statuses', () => {
    expect(operationStatuses.filter(hasEnded)).toEqual(['succeeded', 'failed', 'stalled']);
  });
});
