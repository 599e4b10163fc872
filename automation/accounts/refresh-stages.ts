import type { CreateStages } from './stage-tools.ts';

/** Reads the account's resources from Cloudflare into the state of its stack. */
export const createStages: CreateStages = ({ runs, states }) => [
  {
    name: 'refresh',
    async run(context) {
      const { id } = context.request.account;
      const recovery = await runs.recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      if (!(await states.exists(id)))
        return { kind: 'failed', failure: { kind: 'stack_missing', stack: id } };
      const outcome = await runs.run(context, recovery, 'refresh');
      return outcome.kind === 'succeeded' ? { kind: 'succeeded' } : outcome;
    },
  },
];
