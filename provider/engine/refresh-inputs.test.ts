import { describe, expect, it } from 'vitest';
import { d1Database } from '../cloudflare/d1-database.ts';
import { r2Bucket } from '../cloudflare/r2-bucket.ts';
import { workersScript } from '../cloudflare/workers-script.ts';
import { toSecret } from './property-value.ts';
import { refreshInputs } from './refresh-inputs.ts';

describe('refreshInputs', () => {
  it('takes over changes that were made outside the program', () => {
    const olds = { accountId: 'a', name: 'db', readReplication: { mode: 'disabled' } };
    const live = { accountId: 'a', name: 'db', readReplication: { mode: 'auto' } };
    expect(refreshInputs(d1Database, olds, live)).toEqual(live);
  });

  it('ignores values that the API chose', () => {
    const olds = { accountId: 'a', name: 'db' };
    expect(refreshInputs(d1Database, olds, { ...olds, readReplication: { mode: 'auto' } })).toEqual(olds);
  });

  it('shows an input that differs from its default although no program set it', () => {
    const olds = { accountId: 'a', scriptName: 's' };
    expect(refreshInputs(workersScript, olds, { ...olds, logpush: true })).toEqual({
      ...olds,
      logpush: true,
    });
    expect(refreshInputs(workersScript, olds, { ...olds, logpush: false })).toEqual(olds);
  });

  it('drops an input that the API no longer returns', () => {
    const olds = { accountId: 'a', name: 'db', jurisdiction: 'eu' };
    expect(refreshInputs(d1Database, olds, { accountId: 'a', name: 'db', jurisdiction: null })).toEqual({
      accountId: 'a',
      name: 'db',
    });
  });

  it('keeps inputs that the API does not return', () => {
    const olds = { accountId: 'a', name: 'db', primaryLocationHint: 'weur' };
    expect(refreshInputs(d1Database, olds, { accountId: 'a', name: 'db' })).toEqual(olds);
  });

  it('gives an import the inputs that a program needs', () => {
    const live = {
      accountId: 'a',
      name: 'b',
      jurisdiction: 'eu',
      storageClass: 'Standard',
      location: 'WEUR',
    };
    expect(refreshInputs(r2Bucket, {}, live)).toEqual({
      accountId: 'a',
      name: 'b',
      jurisdiction: 'eu',
      location: 'WEUR',
    });
  });

  it('keeps secrets wrapped, even changed ones', () => {
    const olds = { accountId: 'a', scriptName: 's', content: toSecret('old') };
    expect(refreshInputs(workersScript, olds, { ...olds }).content).toEqual(toSecret('old'));
    const bindings = { accountId: 'a', bindings: [{ text: toSecret('old') }] };
    expect(refreshInputs(workersScript, bindings, { bindings: [{ text: 'new' }] }).bindings).toEqual(
      toSecret([{ text: 'new' }]),
    );
  });
});
