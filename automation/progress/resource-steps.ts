import type { EngineEvent, StepEventMetadata } from '@pulumi/pulumi/automation/events.js';
import { accountRegistrationToken, databaseMigrationsToken } from '../../schema/factory/resource-tokens.ts';
import type { Timeline } from './timeline.ts';

/** Usual names of resources, by type. Others are shown by their logical name. */
const stepNames: Readonly<Record<string, string>> = {
  'cloudflare:index/d1Database:D1Database': 'database',
  [databaseMigrationsToken]: 'migrations',
  'cloudflare:index/r2Bucket:R2Bucket': 'bucket',
  'cloudflare:index/workersScript:WorkersScript': 'worker',
  'cloudflare:index/workersScriptSubdomain:WorkersScriptSubdomain': 'subdomain',
  'cloudflare:index/workersCustomDomain:WorkersCustomDomain': 'domain',
  'cloudflare:index/workersRoute:WorkersRoute': 'route',
  'cloudflare:index/workersCronTrigger:WorkersCronTrigger': 'cron',
  [accountRegistrationToken]: 'registration',
};

/** The change of a resource, for the step's detail; unchanged resources have none. */
const opDetails: Readonly<Record<string, string>> = {
  create: 'created',
  'create-replacement': 'replaced',
  update: 'updated',
  delete: 'deleted',
  'delete-replaced': 'replaced',
  import: 'adopted',
  'import-replacement': 'adopted',
  'discard-replaced': 'discarded',
};

/**
 * Writes the resources of a run into a timeline, as the engine reports them.
 *
 * @returns A handler for the run's events; `onChange` is called after each event that changed the timeline.
 */
export function recordResourceSteps(
  timeline: Timeline,
  onChange: () => void,
  nowMs: () => number,
): (event: EngineEvent) => void {
  const nameOf = createStepNamer();
  const errors = new Map<string, string>();
  return (event) => {
    const { resourcePreEvent: begun, resOutputsEvent: done, resOpFailedEvent: failed } = event;
    if (event.diagnosticEvent?.severity === 'error' && event.diagnosticEvent.urn) {
      errors.set(event.diagnosticEvent.urn, event.diagnosticEvent.message.trim());
    }
    const metadata = (begun ?? done ?? failed)?.metadata;
    if (metadata === undefined || !isShown(metadata)) return;
    const name = nameOf(metadata);
    if (begun) timeline.begin(name, nowMs());
    else if (failed) timeline.end(name, 'failed', nowMs(), errors.get(metadata.urn));
    else timeline.end(name, toStatus(metadata.op), nowMs(), toDetail(metadata));
    onChange();
  };
}

/** Components, providers and the stack itself are not steps. */
function isShown(metadata: StepEventMetadata): boolean {
  const state = metadata.new ?? metadata.old;
  return (
    !metadata.type.startsWith('pulumi:') &&
    (state?.custom ?? !metadata.logical) === true &&
    !metadata.op.startsWith('read')
  );
}

/** A second resource of one type is shown with its logical name; the first keeps the usual name. */
function createStepNamer(): (metadata: StepEventMetadata) => string {
  const urns = new Map<string, string>();
  return ({ type, urn }) => {
    const logicalName = urn.split('::').at(-1) ?? urn;
    const name = stepNames[type] ?? logicalName;
    const owner = urns.get(name) ?? urn;
    urns.set(name, owner);
    return owner === urn ? name : `${name} ${logicalName}`;
  };
}

function toStatus(op: string): 'succeeded' | 'unchanged' {
  return op === 'same' || op === 'refresh' ? 'unchanged' : 'succeeded';
}

function toDetail(metadata: StepEventMetadata): string | undefined {
  const word = opDetails[metadata.op];
  const changed = metadata.op === 'update' ? (metadata.diffs ?? []) : [];
  return changed.length > 0 ? `${word}: ${changed.join(', ')}` : word;
}
