import {
  type OperationKind,
  operationKindNames,
  operationKinds,
} from '../../schema/factory/operation-kinds.ts';
import { refuseDeparted } from './refuse-departed.ts';
import type { Stage } from './stage.ts';
import type { CreateStages, StageTools } from './stage-tools.ts';

/** The stages of each kind of operation, in order. */
export type AccountStages = Readonly<Record<OperationKind, readonly Stage[]>>;

/**
 * Loads the stages of every kind of operation, each from its own file, so that no list has to name a new kind.
 *
 * @throws When a kind has no file of stages, which is a bug.
 */
export async function loadAccountStages(tools: StageTools): Promise<AccountStages> {
  const loaded = operationKindNames.map(async (kind) => {
    const { createStages } = (await import(`./${kind}-stages.ts`)) as { createStages?: CreateStages };
    if (createStages === undefined) throw new Error(`${kind}-stages.ts does not export createStages`);
    return [kind, refuseDeparted(operationKinds[kind], createStages(tools))] as const;
  });
  return Object.fromEntries(await Promise.all(loaded)) as AccountStages;
}
