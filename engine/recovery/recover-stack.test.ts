import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../system/logger.ts';
import { identifyProcess } from '../../system/process-identity.ts';
import type { RunRecord } from '../runner/run-record.ts';
import type { StackDeployment, StackStates } from '../states/stack-state.ts';
import type { AccountResources } from './account-resources.ts';
import { recoverStack } from './recover-stack.ts';

const database = { urn: 'urn:db', type: 'cloudflare:index/d1Database:D1Database', custom: true };
const bucket = { urn: 'urn:bucket', type: 'cloudflare:index/r2Bucket:R2Bucket', custom: true };

function arrange(given: {
  readonly record?: Partial<RunRecord>;
  readonly known?: readonly { readonly urn: string; readonly type: string }[];
  readonly pending?: readonly unknown[];
  readonly inCloudflare?: { readonly databaseId?: string; readonly bucket?: boolean };
  readonly lockHolders?: readonly number[];
}) {
  const log: string[] = [];
  const imported: StackDeployment[] = [];
  const record: RunRecord = {
    stack: 'acc-1',
    command: 'up',
    runId: 'no-such-run-anywhere',
    operationId: 'op-1',
    startedAtMs: 0,
    interruptions: 0,
    ...given.record,
  };
  const states: StackStates = {
    ensure: async () => {},
    exists: async () => true,
    export: async () =>
      ({
        version: 3,
        deployment: { resources: [...(given.known ?? [])], pending_operations: [...(given.pending ?? [])] },
      }) as StackDeployment,
    import: async (_, deployment) => {
      imported.push(deployment);
    },
    unlock: async () => {
      log.push('unlock');
    },
    lockHolders: async () => given.lockHolders ?? [],
    forget: async () => {},
  };
  const resources: AccountResources = {
    findDatabaseId: async (name) => {
      log.push(`find database ${name}`);
      return given.inCloudflare?.databaseId;
    },
    bucketExists: async (name) => {
      log.push(`find bucket ${name}`);
      return given.inCloudflare?.bucket ?? false;
    },
    emptyBucket: async () => 0,
    deleteRemains: async () => [],
  };
  const recovery = recoverStack({
    stack: 'acc-1',
    physicalName: 'fh-acc-1',
    operationId: 'op-1',
    records: {
      find: async () => (given.record === undefined ? undefined : record),
      write: async () => {},
      remove: async () => {},
      stacks: async () => [],
    },
    states,
    resources,
    logger: createLogger(() => {}),
  });
  return { recovery, log, imported };
}

describe('recovering a stack', () => {
  it('does nothing at all when its last run ended well', async () => {
    const { recovery, log } = arrange({});
    expect(await recovery).toEqual({ kind: 'clean' });
    expect(log).toEqual([]);
  });

  it('adopts the database and the bucket that the state does not know', async () => {
    const { recovery, log } = arrange({ record: {}, inCloudflare: { databaseId: 'uuid', bucket: true } });
    expect(await recovery).toMatchObject({
      kind: 'recovered',
      adoption: { databaseId: 'uuid', bucket: true },
    });
    expect(log).toContain('unlock');
  });

  it('asks Cloudflare for nothing that the state knows', async () => {
    const { recovery, log } = arrange({ record: {}, known: [database, bucket] });
    expect(await recovery).toMatchObject({ kind: 'recovered', adoption: {} });
    expect(log).toEqual(['unlock']);
  });

  it('drops pending operations and keeps the rest of the state', async () => {
    const { recovery, imported } = arrange({
      record: {},
      known: [database],
      pending: [{ type: 'creating' }],
    });
    await recovery;
    expect(imported).toEqual([{ version: 3, deployment: { resources: [database] } }]);
  });

  it('ends a pulumi that outlived the service', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")']);
    await once(child.stdout, 'data');
    const identity = await identifyProcess(child.pid ?? 0);
    if (identity === undefined) throw new Error('the process was not found');
    const exited = once(child, 'exit');
    const { recovery } = arrange({ record: { process: identity } });
    expect(await recovery).toMatchObject({ kind: 'recovered' });
    await exited;
  });

  it('leaves the lock of a running pulumi alone that is not its own', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)', 'pulumi up']);
    await once(stranger, 'spawn');
    try {
      const { recovery, log } = arrange({ record: {}, lockHolders: [stranger.pid as number] });
      expect(await recovery).toMatchObject({ kind: 'blocked', failure: { kind: 'stack_locked' } });
      expect(log).toEqual([]);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('clears a lock whose number now belongs to another program', async () => {
    const { recovery, log } = arrange({ record: {}, lockHolders: [process.pid] });
    expect(await recovery).toMatchObject({ kind: 'recovered' });
    expect(log).toContain('unlock');
  });

  it('counts how often one operation was cut off, and gives up in the end', async () => {
    const third = arrange({ record: { interruptions: 2 } });
    expect(await third.recovery).toMatchObject({ kind: 'recovered', interruptions: 3 });
    const last = arrange({ record: { interruptions: 10 } });
    expect(await last.recovery).toMatchObject({
      kind: 'blocked',
      failure: { kind: 'interrupted_too_often' },
    });
  });

  it('counts neither a run that ended by itself nor those of another operation', async () => {
    const ended = arrange({ record: { interruptions: 2, ended: { exitCode: 1, signal: null } } });
    expect(await ended.recovery).toMatchObject({ interruptions: 2 });
    const other = arrange({ record: { interruptions: 9, operationId: 'op-2' } });
    expect(await other.recovery).toMatchObject({ interruptions: 0 });
  });
});
