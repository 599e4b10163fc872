import { describe, expect, it } from 'vitest';
import type { LockingCommandTools } from '../runner/locking-command.ts';
import { openStackStates, stateCredentials } from './open-stack-states.ts';

/** Opening a backend runs nothing. */
const tools = {} as LockingCommandTools;

describe('the state backend', () => {
  it.each([
    'file:///var/lib/state',
    's3://bucket?region=auto',
    'gs://b',
    'azblob://b',
    'postgres://u:p@h/d',
    'https://a',
  ])('may be %s', (url) => {
    expect(openStackStates(tools, url)).toHaveProperty('ensure');
  });

  it.each(['ftp://server', '/var/lib/state', ''])(
    'cannot be "%s"; the error names the supported schemes',
    (url) => {
      expect(() => openStackStates(tools, url)).toThrow(
        'starts with file://, s3://, gs://, azblob://, postgres://',
      );
    },
  );

  it.each(['file://state', 'file:///state#1'])(
    'cannot be %s, which names another folder than it seems to',
    (url) => {
      expect(() => openStackStates(tools, url)).toThrow('with %23 for #');
    },
  );

  it('gets the credentials of its own tools and no others', () => {
    const env = {
      AWS_REGION: 'eu',
      PGPASSWORD: 'p',
      PULUMI_ACCESS_TOKEN: 't',
      GOOGLE_X: 'g',
      AZURE_Y: 'y',
      PATH: '/',
    };
    expect(stateCredentials('s3://bucket', env)).toEqual({ AWS_REGION: 'eu' });
    expect(stateCredentials('gs://bucket', env)).toEqual({ GOOGLE_X: 'g' });
    expect(stateCredentials('azblob://bucket', env)).toEqual({ AZURE_Y: 'y' });
    expect(stateCredentials('postgres://host/db', env)).toEqual({ PGPASSWORD: 'p' });
    expect(stateCredentials('https://api.example', env)).toEqual({ PULUMI_ACCESS_TOKEN: 't' });
    expect(stateCredentials('file:///state', env)).toEqual({});
  });
});
