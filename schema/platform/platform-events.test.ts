import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { accountStatuses, type StatusChange } from '../factory/account-states.ts';
import { kindNamesOf, type OperationKinds, operationKinds } from '../factory/operation-kinds.ts';
import { platformEventTypes, statusEvents } from './platform-events.ts';

describe('events of the platform', () => {
  it('are all in the documents, and nothing else is', async () => {
    const text = await readFile(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
    const documented = [...text.matchAll(/^\| `([a-z]+\.[a-z]+)` /gm)].map(([, type]) => type);
    expect(documented).toEqual([...platformEventTypes]);
  });

  it('are at most one for each change of status', () => {
    for (const from of accountStatuses) {
      for (const to of accountStatuses) {
        const matching = statusEvents.filter((event) => event.to === to && event.from.includes(from));
        expect(matching.length, `${from} → ${to}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('report every change that an operation makes, except its start and the way out', () => {
    const kinds: OperationKinds = operationKinds;
    const changes: readonly StatusChange[] = kindNamesOf(kinds).flatMap((kind) =>
      Object.values(kinds[kind].changes),
    );
    const silent = changes
      .filter(({ from, to }) => !from.every((status) => isReported(status, to)))
      .map(({ to }) => to);
    expect(new Set(silent)).toEqual(new Set(['provisioning', 'offboarding']));
  });

  function isReported(from: string, to: string): boolean {
    return statusEvents.some((event) => event.to === to && (event.from as readonly string[]).includes(from));
  }
});
