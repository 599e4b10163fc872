import * as v from 'valibot';
import { accountHost, firmHost, physicalName } from '../../../schema/factory/names.ts';
import { signUpKind } from '../../../schema/factory/operation-kinds.ts';
import { operationStep, stepsMax } from '../../../schema/factory/operation-messages.ts';
import { defaultPlacement } from '../../../schema/factory/settings.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { instant, line, list } from '../../../schema/model/fields.ts';
import { accounts } from '../../../schema/platform/tables/accounts.ts';
import { operations } from '../../../schema/platform/tables/operations.ts';

const { firstAdministrator: _hash, cell: _cell, ...accountFields } = accounts.serverFields;

/** The fields that lists of accounts can filter and sort by: `AccountView` without its computed fields. */
export const askedAccounts: Table = { ...accounts, serverFields: accountFields };

const exampleId = 'acc-01kdw5h80c0000000000000009';

/** Accounts as `toAccountView()` shows them, for the OpenAPI document. */
export const shownAccounts: Table = {
  ...askedAccounts,
  serverFields: { ...accountFields, url: v.pipe(v.string(), v.url()), host: line(255) },
  example: {
    ...accounts.example,
    status: 'active',
    placement: defaultPlacement,
    routingEpoch: 1,
    workerUrl: `https://${accountHost(exampleId, 'freehold-accounts.example')}`,
    scriptName: physicalName(exampleId),
    databaseId: '5f0c9f9e-3d5a-4a3f-9a0b-2f6f4a1f2b7c',
    bucketName: physicalName(exampleId),
    release: '0123456789abcdef',
    url: 'https://freehold.example/a/harbour-vale',
    host: firmHost('harbour-vale', 'freehold.example'),
  },
};

const { input: _input, ...operationBody } = operations.body.entries;
const shownStep = v.strictObject({
  ...operationStep.entries,
  startedAt: v.nullable(instant()),
  endedAt: v.nullable(instant()),
});

/** Operations as `toOperationView()` shows them, for the OpenAPI document. */
export const shownOperations: Table = {
  ...operations,
  body: v.strictObject(operationBody),
  serverFields: { ...operations.serverFields, steps: list(shownStep, stepsMax) },
  example: {
    kind: signUpKind,
    accountId: 'acc-01kdw5h80c0000000000000005',
    status: 'succeeded',
    steps: [
      {
        name: 'database',
        status: 'succeeded',
        startedAt: '2026-01-01T09:30:00.100Z',
        endedAt: '2026-01-01T09:30:00.400Z',
        detail: 'created',
      },
    ],
    apiCalls: 6,
    revision: 9,
    dispatchedAt: '2026-01-01T09:30:00.050Z',
  },
};
