import { describe, expect, it } from 'vitest';
import { findAccountAddress } from './account-address.ts';

const zone = 'freehold.example';
const find = (url: string) => findAccountAddress(new URL(url), zone);

describe('findAccountAddress', () => {
  it('takes the account from the host and leaves the path alone', () => {
    expect(find('https://harbour.freehold.example/v1/clients?limit=1')).toEqual({
      slug: 'harbour',
      path: '/v1/clients',
      prefix: '',
    });
  });

  it('takes the account from the path and gives its Worker the rest', () => {
    expect(find('https://freehold.example/a/harbour/v1/clients/cli%2F1')).toEqual({
      slug: 'harbour',
      path: '/v1/clients/cli%2F1',
      prefix: '/a/harbour',
    });
  });

  it('gives the root of the account when nothing follows the slug', () => {
    expect(find('https://freehold.example/a/harbour')).toMatchObject({ path: '/' });
    expect(find('https://freehold.example/a/harbour/')).toMatchObject({ path: '/' });
  });

  it('reads host names without regard to case, port or the case of the zone', () => {
    expect(find('http://HARBOUR.freehold.example:8080/v1')).toMatchObject({ slug: 'harbour' });
    expect(findAccountAddress(new URL('http://harbour.freehold.example/'), 'Freehold.Example')).toMatchObject(
      {
        slug: 'harbour',
      },
    );
  });

  it('does not let a path name a second account under an account host', () => {
    expect(find('https://harbour.freehold.example/a/quayside/v1')).toEqual({
      slug: 'harbour',
      path: '/a/quayside/v1',
      prefix: '',
    });
  });

  it('leaves the apex, other zones and look-alikes to the platform', () => {
    for (const url of [
      'https://freehold.example/v1/accounts',
      'https://freehold.example/a/',
      'https://freehold.example/about',
      'https://127.0.0.1:8443/v1/accounts',
      'https://harbour.other.example/v1',
      'https://notfreehold.example/v1',
    ]) {
      expect(find(url), url).toBeUndefined();
    }
  });

  it('cannot be led outside the account by dots in the path', () => {
    expect(find('https://freehold.example/a/harbour/../../v1/accounts')).toBeUndefined();
    expect(find('https://freehold.example/a/harbour/%2e%2e/quayside/v1')).toMatchObject({ slug: 'quayside' });
  });
});
