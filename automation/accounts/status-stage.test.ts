import { describe, expect, it } from 'vitest';
import type { AccountStatus } from '../../schema/factory/account-states.ts';
import { operationKinds } from '../../schema/factory/operation-kinds.ts';
import { createTimeline } from '../progress/timeline.ts';
import { describeOperationFailure, judgeOperationFailure } from './operation-failure.ts';
import { refuseDeparted } from './refuse-departed.ts';
import type { StageContext, StageResult } from './stage.ts';
import { createStatusStage } from './status-stage.ts';

const newContext = (accountStatus: AccountStatus): StageContext => ({
  request: {
    operationId: 'op-1',
    kind: 'suspend',
    account: { id: 'acc-1', slug: 'ada', region: 'eu', placement: 'script', cell: 'default' },
    input: { reason: 'Unpaid.' },
  },
  accountStatus,
  attempt: 1,
  timeline: createTimeline(),
  changed: () => {},
});

function verdictOf(result: StageResult): string {
  if (result.kind !== 'failed') return result.kind;
  return `${judgeOperationFailure(result.failure)}: ${describeOperationFailure(result.failure)}`;
}

describe('the stage of an operation that takes effect when the platform accepts it', () => {
  const run = async (status: AccountStatus) => {
    const context = newContext(status);
    const stage = createStatusStage({ nowMs: () => 0 }, 'suspended');
    return { verdict: verdictOf(await stage.run(context)), steps: context.timeline.steps() };
  };

  it('succeeds when the account has the status', async () => {
    expect(await run('suspended')).toMatchObject({
      verdict: 'succeeded',
      steps: [{ name: 'status', status: 'succeeded', detail: 'suspended' }],
    });
  });

  it('fails when a later operation has changed it again', async () => {
    const { verdict } = await run('active');
    expect(verdict).toBe('fail: account ada is active, not suspended: a later operation changed it');
  });
});

describe('the stages of an operation on an account that is offboarding or offboarded', () => {
  const run = async (kind: 'upgrade' | 'offboard', status: AccountStatus) => {
    let runs = 0;
    const work = async (): Promise<StageResult> => {
      runs += 1;
      return { kind: 'succeeded' };
    };
    const stages = refuseDeparted(operationKinds[kind], [{ name: 'work', run: work }]);
    const results = await Promise.all(stages.map((stage) => stage.run(newContext(status))));
    return { runs, verdicts: results.map(verdictOf) };
  };

  it.each(['offboarding', 'offboarded'] as const)('create nothing when it is %s', async (status) => {
    expect(await run('upgrade', status)).toEqual({
      runs: 0,
      verdicts: [`fail: account ada is ${status}: no more resources are created for it`],
    });
  });

  it('run while the account is in use, and when they are for an offboarding', async () => {
    expect((await run('upgrade', 'suspended')).runs).toBe(1);
    expect((await run('offboard', 'offboarding')).runs).toBe(1);
  });
});
