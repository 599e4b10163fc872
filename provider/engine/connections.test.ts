import { describe, expect, it } from 'vitest';
import type { ApiSettings, CloudflareApi } from '../api/cloudflare-api.ts';
import { Connections } from './connections.ts';

const defaults: ApiSettings = { baseUrl: 'https://api.example', apiToken: 'default', retriesMax: 0 };

/** Connections whose API returns the settings that it was made with. */
function connections(settings = defaults) {
  const made = new Map<CloudflareApi, ApiSettings>();
  const create = (merged: ApiSettings) => {
    const api = {} as CloudflareApi;
    made.set(api, merged);
    return api;
  };
  const subject = new Connections('cloudflare', settings, create);
  return {
    subject,
    tokenOf: (peer: string, stack: string) => made.get(subject.find(peer, stack).api)?.apiToken,
  };
}

describe('Connections', () => {
  it('give each connection the token of its own configuration', () => {
    const { subject, tokenOf } = connections();
    subject.configure('peer-1', 'stack', { apiToken: 'one' });
    subject.configure('peer-2', 'stack', { apiToken: 'two' });
    expect(tokenOf('peer-1', 'stack')).toBe('one');
    expect(tokenOf('peer-2', 'stack')).toBe('two');
  });

  it('fall back to the defaults of the server', () => {
    const { subject, tokenOf } = connections();
    subject.configure('peer-1', 'stack', {});
    expect(tokenOf('peer-1', 'stack')).toBe('default');
  });

  it('find the configuration of a stack after its connection was reopened', () => {
    const { subject, tokenOf } = connections();
    subject.configure('peer-1', 'stack', { apiToken: 'one' });
    expect(tokenOf('peer-9', 'stack')).toBe('one');
  });

  it('refuse to guess between two configurations of a stack', () => {
    const { subject } = connections();
    subject.configure('peer-1', 'stack', { apiToken: 'one' });
    subject.configure('peer-2', 'stack', { apiToken: 'two' });
    expect(() => subject.find('peer-9', 'stack')).toThrow('several provider configurations');
  });

  it('say where to set a token when there is none', () => {
    const { subject } = connections({ ...defaults, apiToken: '' });
    expect(() => subject.find('peer-1', 'stack')).toThrow(/cloudflare:apiToken .* CLOUDFLARE_API_TOKEN/);
  });

  it('cancel the work of one engine only', () => {
    const { subject } = connections();
    subject.configure('peer-1', 'one', {});
    subject.configure('peer-2', 'two', {});
    subject.cancel('peer-1');
    expect(subject.find('peer-1', 'one').signal.aborted).toBe(true);
    expect(subject.find('peer-2', 'two').signal.aborted).toBe(false);
  });
});
