import * as pulumi from '@pulumi/pulumi';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFactoryConfig, readPlatformSecrets } from './config.ts';

const accountId = 'acc-01kdw5h80c0000000000000000';

const shared = {
  'factory:cloudflareAccountId': '0'.repeat(32),
  'factory:issuer': 'https://issuer.example',
  'factory:zoneName': 'firms.example',
  'factory:zoneId': 'zone-1',
  'factory:accountsZoneName': 'accounts.example',
  'factory:accountsZoneId': 'zone-2',
  'factory:platformPublicKey': '{"kty":"EC"}',
  // As in the project file: empty in the stacks that do not have it.
  'factory:adoptDatabaseId': '',
};
const account = {
  ...shared,
  'factory:kind': 'account',
  'factory:region': 'eu',
  'factory:placement': 'script',
  'factory:cell': 'west',
};
const platform = {
  ...shared,
  'factory:kind': 'platform',
  'factory:automationUrl': 'https://automation.example',
};

describe('readFactoryConfig', () => {
  beforeEach(() => pulumi.runtime.setAllConfig({}));

  it('reads the settings of an account', () => {
    pulumi.runtime.setAllConfig(account);
    expect(readFactoryConfig(accountId)).toEqual({
      kind: 'account',
      cloudflareAccountId: '0'.repeat(32),
      zoneName: 'firms.example',
      accountsZoneName: 'accounts.example',
      accountsZoneId: 'zone-2',
      platformPublicKey: '{"kty":"EC"}',
      region: 'eu',
      placement: 'script',
      cell: 'west',
      offboarding: false,
      adoptBucket: false,
    });
  });

  it('reads the settings of the platform', () => {
    pulumi.runtime.setAllConfig(platform);
    expect(readFactoryConfig('platform')).toMatchObject({
      kind: 'platform',
      zoneId: 'zone-1',
      issuer: 'https://issuer.example',
    });
  });

  it('takes "true" for an account that leaves', () => {
    pulumi.runtime.setAllConfig({ ...account, 'factory:offboarding': 'true' });
    expect(readFactoryConfig(accountId)).toMatchObject({ offboarding: true });
  });

  it('names every setting that is missing or wrong', () => {
    const { 'factory:zoneName': _, ...rest } = account;
    pulumi.runtime.setAllConfig({ ...rest, 'factory:cloudflareAccountId': 'mine', 'factory:region': 'mars' });
    expect(() => readFactoryConfig(accountId)).toThrow(
      /factory:cloudflareAccountId: must be 32 hex digits.*factory:zoneName: .*factory:region: must be one of eu/,
    );
  });

  it.each(['region', 'placement', 'cell'])('makes up no %s', (setting) => {
    pulumi.runtime.setAllConfig({ ...account, [`factory:${setting}`]: '' });
    expect(() => readFactoryConfig(accountId)).toThrow(`factory:${setting}: `);
  });

  it('refuses an account whose stack is not named after it', () => {
    pulumi.runtime.setAllConfig(account);
    expect(() => readFactoryConfig('harbour-vale')).toThrow('named after its id');
  });

  it('names a secret of the platform that is missing', () => {
    pulumi.runtime.setAllConfig({ ...platform, 'factory:automationSecret': 'whsec_c2VjcmV0' });
    expect(readPlatformSecrets).toThrow('pulumi config set --secret factory:platformSigningKey');
  });

  it('refuses a stack of no kind', () => {
    expect(() => readFactoryConfig('dev')).toThrow('factory:kind must be "platform" or "account"');
  });
});
