import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type HostIdentity, hasRestartedSince, identifyHost, isSameBoot } from './host-identity.ts';

const here: HostIdentity = { hostname: 'a', bootId: 'boot-1', machineId: 'machine' };

describe('the identity of a host', () => {
  it('is the same on every call', async () => {
    const first = await identifyHost();
    expect(first.hostname).toBe(hostname());
    expect(await identifyHost()).toEqual(first);
  });

  it('differs on another host and after a restart', () => {
    expect(isSameBoot(here, { ...here })).toBe(true);
    expect(isSameBoot(here, { ...here, hostname: 'b' })).toBe(false);
    expect(isSameBoot(here, { ...here, bootId: 'boot-2' })).toBe(false);
  });

  it('proves a restart only of a machine with a permanent id', () => {
    const restarted = { ...here, bootId: 'boot-2' };
    expect(hasRestartedSince(here, restarted)).toBe(true);
    expect(hasRestartedSince(here, here)).toBe(false);
    expect(hasRestartedSince(here, { ...restarted, machineId: 'other' })).toBe(false);
    expect(hasRestartedSince(here, { ...restarted, hostname: 'b' })).toBe(false);
    const container = { hostname: 'a', bootId: 'boot-1' };
    expect(hasRestartedSince(container, { ...container, bootId: 'boot-2' })).toBe(false);
  });
});
