import type { EngineEvent, StepEventMetadata } from '@pulumi/pulumi/automation/events.js';
import { describe, expect, it } from 'vitest';
import { recordResourceSteps } from './resource-steps.ts';
import { createTimeline } from './timeline.ts';

const urnOf = (type: string, name: string) =>
  `urn:pulumi:acc-1::factory::factory:account:AccountStack$${type}::${name}`;

function metadata(
  op: string,
  type: string,
  name: string,
  rest: Partial<StepEventMetadata> = {},
): StepEventMetadata {
  const urn = urnOf(type, name);
  const state = { type, urn, custom: true, id: '', parent: '', inputs: {}, outputs: {}, provider: '' };
  return { op, urn, type, new: state, provider: '', ...rest } as StepEventMetadata;
}

const database = 'cloudflare:index/d1Database:D1Database';
const worker = 'cloudflare:index/workersScript:WorkersScript';

function record(...events: readonly Partial<EngineEvent>[]) {
  const timeline = createTimeline();
  let changes = 0;
  let clockMs = 0;
  const onEvent = recordResourceSteps(
    timeline,
    () => {
      changes += 1;
    },
    () => {
      clockMs += 1_000;
      return clockMs;
    },
  );
  for (const event of events) onEvent({ sequence: 0, timestamp: 0, ...event });
  return { steps: timeline.steps(), changes };
}

describe('the steps that the engine reports', () => {
  it('name a resource by its usual name, with its times', () => {
    const { steps, changes } = record(
      { resourcePreEvent: { metadata: metadata('create', database, 'acc-1-db') } },
      { resOutputsEvent: { metadata: metadata('create', database, 'acc-1-db') } },
    );
    expect(steps).toEqual([
      {
        name: 'database',
        status: 'succeeded',
        startedAt: '1970-01-01T00:00:01.000Z',
        endedAt: '1970-01-01T00:00:02.000Z',
        detail: 'created',
      },
    ]);
    expect(changes).toBe(2);
  });

  it('mark an unchanged resource', () => {
    const { steps } = record(
      { resourcePreEvent: { metadata: metadata('same', worker, 'acc-1-worker') } },
      { resOutputsEvent: { metadata: metadata('same', worker, 'acc-1-worker') } },
    );
    expect(steps[0]).toMatchObject({ name: 'worker', status: 'unchanged' });
  });

  it('say which properties an update changed', () => {
    const updated = metadata('update', worker, 'acc-1-worker', { diffs: ['contentSha256'] });
    const { steps } = record({ resOutputsEvent: { metadata: updated } });
    expect(steps[0]?.detail).toBe('updated: contentSha256');
  });

  it('have the reason in the step that failed', () => {
    const urn = urnOf(worker, 'acc-1-worker');
    const { steps } = record(
      { resourcePreEvent: { metadata: metadata('create', worker, 'acc-1-worker') } },
      {
        diagnosticEvent: {
          urn,
          message: 'PUT "…": 500 Internal Server Error\n',
          color: 'never',
          severity: 'error',
        },
      },
      { resOpFailedEvent: { metadata: metadata('create', worker, 'acc-1-worker'), status: 0, steps: 1 } },
    );
    expect(steps[0]).toMatchObject({ status: 'failed', detail: 'PUT "…": 500 Internal Server Error' });
  });

  it('leave out the stack, its components and the providers', () => {
    const component = metadata('create', 'factory:account:AccountStack', 'acc-1', { logical: true });
    const { steps } = record(
      { resourcePreEvent: { metadata: metadata('create', 'pulumi:pulumi:Stack', 'factory-acc-1') } },
      { resourcePreEvent: { metadata: metadata('create', 'pulumi:providers:cloudflare', 'default') } },
      {
        resourcePreEvent: {
          metadata: {
            ...component,
            new: { ...component.new, custom: false } as StepEventMetadata['new'] & object,
          },
        },
      },
    );
    expect(steps).toEqual([]);
  });

  it('distinguish two resources of one type', () => {
    const { steps } = record(
      { resOutputsEvent: { metadata: metadata('create', worker, 'one') } },
      { resOutputsEvent: { metadata: metadata('create', worker, 'two') } },
    );
    expect(steps.map(({ name }) => name)).toEqual(['worker', 'worker two']);
  });

  it('use the logical name of a resource without a usual name', () => {
    const { steps } = record({
      resOutputsEvent: { metadata: metadata('create', 'random:index:Pet', 'rex') },
    });
    expect(steps[0]?.name).toBe('rex');
  });
});
