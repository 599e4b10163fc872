import { describe, expect, it } from 'vitest';
import { d1Database } from '../cloudflare/d1-database.ts';
import { r2Bucket } from '../cloudflare/r2-bucket.ts';
import { workersScript } from '../cloudflare/workers-script.ts';
import { toSecret } from './property-value.ts';
import { refreshInputs } from './refresh-inputs.ts';

describe('refreshInputs', () => {
  it('takes over what changed behind the program', () => {
    const olds = { accountId: 'a', name: 'db', readReplication: { mode: 'disabled' } };
    const live = { accountId: 'a', name: 'db', readReplication: { mode: 'auto' } };
    expect(refreshInputs(d1Database, olds, live)).toEqual(live);
  });

  it('takes no notice of what the service chose', () => {
    const olds = { accountId: 'a', name: 'db' };
    expect(refreshInputs(d1Database, olds, { ...olds, readReplication: { mode: 'auto' } })).toEqual(olds);
  });

  it('shows an input that departs from its default though no program set it', () => {
    const olds = { accountId: 'a', scriptName: 's' };
    expect(refreshInputs(workersScript, olds, { ...olds, logpush: true })).toEqual({
      ...olds,
      logpush: true,
    });
    expect(refreshInputs(workersScript, olds, { ...olds, logpush: false })).toEqual(olds);
  });

  it('drops an input that the service has no more', () => {
    const olds = { accountId: 'a', name: 'db', jurisdiction: 'eu' };
    expect(refreshInputs(d1Database, olds, { accountId: 'a', name: 'db', jurisdiction: null })).toEqual({
      accountId: 'a',
      name: 'db',
    });
  });

  it('keeps what the service does not tell', () => {
    const olds = { accountId: 'a', name: 'db', primaryLocationHint: 'weur' };
    expect(refreshInputs(d1Database, olds, { accountId: 'a', name: 'db' })).toEqual(olds);
  });

  it('gives an import what a program would have to write', () => {
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

  it('keeps secrets wrapped, changed ones too', () => {
    const olds = { accountId: 'a', scriptName: 's', content: toSecret('old') };
    expect(refreshInputs(workersScript, olds, { ...olds }).content).toEqual(toSecret('old'));
    const bindings = { accountId: 'a', bindings: [{ text: toSecret('old') }] };
    expect(refreshInputs(workersScript, bindings, { bindings: [{ text: 'new' }] }).bindings).toEqual(
      toSecret([{ text: 'new' }]),
    );
  });
});
