import {
  type AccountStatus,
  accountStates,
  accountStatuses,
  deregistrationChange,
  registrationChange,
  type StatusChange,
} from '../factory/account-states.ts';
import { applyChange, mayStart, statusChange } from '../factory/account-transitions.ts';
import {
  operationInput,
  operationKindNames,
  operationKinds,
  type StatusEvent,
} from '../factory/operation-kinds.ts';
import { endedStatuses } from '../factory/operation-states.ts';
import { markdownTable } from './markdown-table.ts';
import { generatedNotice } from './tables-document.ts';

/** A change of an account's status, with its name in the document. */
interface NamedChange {
  readonly event: string;
  readonly change: StatusChange;
}

const events: readonly StatusEvent[] = ['accepted', ...endedStatuses];

const changes: readonly NamedChange[] = [
  ...operationKindNames.flatMap((kind) =>
    events.flatMap((event) => {
      const change = statusChange(operationKinds[kind], event);
      return change === undefined ? [] : [{ event: `${kind} ${event}`, change }];
    }),
  ),
  { event: 'registered', change: registrationChange },
  { event: 'registration ended', change: deregistrationChange },
];

/** `docs/account-states.md`: the statuses of an account, who may start what, and what each event changes. */
export function accountStatesDocument(): string {
  return [
    generatedNotice('Account states'),
    'Only the platform Worker changes the status of an account: when an operation is accepted, when a report says how it ' +
      'ended, and when the last resource of the account’s stack registers or deregisters the account. ' +
      'Why: [decision 0014](decisions/0014-the-platform-decides-an-accounts-status.md).\n',
    '## Statuses\n',
    `${markdownTable(['status', 'meaning', 'response to requests'], accountStatuses.map(statusRow))}\n`,
    '## Kinds of operation\n',
    `${markdownTable(['kind', 'what it does', 'command', 'input', 'priority'], operationKindNames.map(kindRow))}\n`,
    '## Allowed operations\n',
    'A cell is the status after the operation is accepted; an empty cell means that it is refused. `*`: only while the account is registered.\n',
    `${markdownTable(['status', ...operationKindNames.map(code)], accountStatuses.map(startRow))}\n`,
    '## Changes of the status\n',
    `${markdownTable(['event', 'from', 'to'], changes.map(changeRow))}\n`,
    '## Diagram\n',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${accountStatuses[0]}: sign-up`,
    ...changes.flatMap(({ event, change }) =>
      change.from.filter((from) => from !== change.to).map((from) => `  ${from} --> ${change.to}: ${event}`),
    ),
    '```\n',
  ].join('\n');
}

function statusRow(status: AccountStatus): readonly string[] {
  const state = accountStates[status];
  const answer = state.isServed ? 'served' : `${state.refusal.status} ${code(state.refusal.code)}`;
  return [code(status), state.means, answer];
}

function kindRow(kind: (typeof operationKindNames)[number]): readonly string[] {
  const { describes, command, priority } = operationKinds[kind];
  const fields = Object.keys(operationInput(operationKinds[kind]).entries);
  return [code(kind), describes, code(`account ${command}`), fields.map(code).join(', '), priority];
}

function startRow(status: AccountStatus): readonly string[] {
  const cells = operationKindNames.map((kind) => {
    const definition = operationKinds[kind];
    if (!mayStart(definition, status, true)) return '';
    const after = code(applyChange(status, statusChange(definition, 'accepted')));
    return mayStart(definition, status, false) ? after : `${after} *`;
  });
  return [code(status), ...cells];
}

function changeRow({ event, change }: NamedChange): readonly string[] {
  return [event, change.from.map(code).join(', '), code(change.to)];
}

function code(text: string): string {
  return `\`${text}\``;
}
