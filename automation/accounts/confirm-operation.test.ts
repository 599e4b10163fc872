import { describe, expect, it } from 'vitest';
import type { OperationRequest, StoredOperation } from '../../schema/factory/operation-messages.ts';
import type { ReportAnswer } from '../progress/report-client.ts';
import { confirmOperation } from './confirm-operation.ts';
import { describeOperationFailure, judgeOperationFailure } from './operation-failure.ts';

const account = { id: 'acc-1', slug: 'ada', region: 'eu', placement: 'script', cell: 'default' } as const;
const sent: OperationRequest = {
  operationId: 'op-1',
  kind: 'suspend',
  account,
  input: { reason: 'Unpaid.', until: null },
};
const stored: StoredOperation = {
  kind: 'suspend',
  status: 'queued',
  revision: 0,
  account,
  // The same input with its members in another order, as JSON may have it.
  input: { until: null, reason: 'Unpaid.' },
  apiCalls: 0,
  steps: [],
  accountStatus: 'suspended',
};

async function confirm(answer: ReportAnswer): Promise<string> {
  const confirmation = await confirmOperation(
    { readOperation: async () => answer, reportOperation: async () => answer },
    sent,
  );
  if (confirmation.kind === 'confirmed') return confirmation.kind;
  const { failure } = confirmation;
  return `${judgeOperationFailure(failure)}: ${describeOperationFailure(failure)}`;
}
const answered = (operation: Partial<StoredOperation>): ReportAnswer => ({
  kind: 'answered',
  operation: { ...stored, ...operation },
});

describe('an operation that a message requests', () => {
  it('is confirmed when the platform has the same one', async () => {
    expect(await confirm(answered({}))).toBe('confirmed');
    expect(await confirm(answered({ status: 'running' }))).toBe('confirmed');
  });

  it('is carried out with the account’s current data on the platform', async () => {
    const renamed = { ...account, slug: 'lovelace' };
    const confirmation = await confirmOperation(
      {
        readOperation: async () => answered({ account: renamed }),
        reportOperation: async () => answered({}),
      },
      sent,
    );
    expect(confirmation).toMatchObject({ kind: 'confirmed', request: { ...sent, account: renamed } });
  });

  it.each<[string, ReportAnswer, string]>([
    ['there is none', { kind: 'unknown', detail: '404' }, 'it has no operation with this id'],
    ['it is of another kind', answered({ kind: 'resume' }), 'its operation is of kind resume, not suspend'],
    [
      'it is for another account',
      answered({ account: { ...account, id: 'acc-2' } }),
      'its operation is for another account',
    ],
    ['its input differs', answered({ input: { reason: 'Fraud.' } }), 'its operation has other input'],
    ['it has ended', answered({ status: 'stalled' }), 'its operation has already stalled'],
  ])('is refused for good when %s', async (_what, answer, why) => {
    expect(await confirm(answer)).toBe(`fail: the platform did not request operation op-1: ${why}`);
  });

  it('is retried while the platform does not respond, and fails when the platform refuses', async () => {
    expect(await confirm({ kind: 'unavailable', detail: 'ECONNREFUSED' })).toBe(
      'retry: the platform could not be asked about account ada: ECONNREFUSED',
    );
    expect(await confirm({ kind: 'refused', status: 422, detail: '422 no' })).toBe(
      'fail: the platform refuses requests about account ada: 422 no',
    );
  });
});
