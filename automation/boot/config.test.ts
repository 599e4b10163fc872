import { describe, expect, it } from 'vitest';
import { readServiceConfig } from './config.ts';

const environment = {
  FREEHOLD_AUTOMATION_PORT: '8783',
  FREEHOLD_RESTATE_ENDPOINT_PORT: '8788',
  FREEHOLD_PLATFORM_URL: 'http://127.0.0.1:1/',
  FREEHOLD_ISSUER_URL: 'http://127.0.0.1:2',
  FREEHOLD_ZONE_ID: 'zone-1',
  FREEHOLD_ACCOUNTS_ZONE_ID: 'zone-2',
};
const read = (settings: Readonly<Record<string, string>> = {}) =>
  readServiceConfig({ ...environment, ...settings });

describe('the settings of the service', () => {
  it('name every variable that is missing or invalid', () => {
    expect(() => readServiceConfig({ FREEHOLD_ZONE_ID: 'zone-1', FREEHOLD_ISSUER_URL: 'nowhere' })).toThrow(
      /FREEHOLD_PLATFORM_URL.*FREEHOLD_ISSUER_URL.*FREEHOLD_ACCOUNTS_ZONE_ID/,
    );
  });

  it('select an embedded Restate unless both URLs of an external one are set', () => {
    expect(read().restate).toEqual({ kind: 'embedded' });
    const urls = {
      FREEHOLD_RESTATE_INGRESS_URL: 'http://restate:8080/',
      FREEHOLD_RESTATE_ADMIN_URL: 'http://restate:9070',
    };
    const given = { kind: 'given', ingressUrl: 'http://restate:8080', adminUrl: 'http://restate:9070' };
    expect(read(urls).restate).toEqual(given);
    const identityKey = 'publickeyv1_8qiNtVRof5DYpDS6qdmy7wBJYya8c5dTwJRfHpU3eDML';
    const keyed = { ...urls, FREEHOLD_RESTATE_IDENTITY_KEY: identityKey };
    expect(read(keyed).restate).toEqual({ ...given, identityKey });
    expect(() => read({ FREEHOLD_RESTATE_IDENTITY_KEY: identityKey })).toThrow(
      'requires FREEHOLD_RESTATE_INGRESS_URL',
    );
    const { FREEHOLD_RESTATE_ADMIN_URL: _, ...half } = urls;
    expect(() => read(half)).toThrow('must be set together');
  });

  it.each(['', '0', '65536', 'any'])('must name every port: %j is rejected', (value) => {
    expect(() => read({ FREEHOLD_AUTOMATION_PORT: value })).toThrow(/FREEHOLD_AUTOMATION_PORT: must be/);
    expect(() => read({ FREEHOLD_RESTATE_ENDPOINT_PORT: value })).toThrow(
      /FREEHOLD_RESTATE_ENDPOINT_PORT: must be/,
    );
  });

  it('limit the pulumi processes to the capacity of the machine unless a number is set', () => {
    expect(read().pulumiProcessesMax).toBeGreaterThanOrEqual(1);
    expect(read({ FREEHOLD_PULUMI_PROCESSES_MAX: '3' }).pulumiProcessesMax).toBe(3);
    expect(() => read({ FREEHOLD_PULUMI_PROCESSES_MAX: '0' })).toThrow('FREEHOLD_PULUMI_PROCESSES_MAX');
    expect(() => read({ FREEHOLD_PULUMI_PROCESSES_MAX: 'many' })).toThrow('FREEHOLD_PULUMI_PROCESSES_MAX');
  });

  it('give the state backend its own credentials, and name the supported backends when the URL is of none', () => {
    const settings = {
      FREEHOLD_STATE_URL: 'postgres://host/db',
      PGPASSWORD: 'p',
      AWS_SECRET_ACCESS_KEY: 's',
    };
    expect(read(settings).stateCredentials).toEqual({ PGPASSWORD: 'p' });
    expect(read({ AWS_SECRET_ACCESS_KEY: 's' }).stateCredentials).toEqual({});
    expect(() => read({ FREEHOLD_STATE_URL: 'ftp://server' })).toThrow(
      'FREEHOLD_STATE_URL: the state backend must be',
    );
  });
});
