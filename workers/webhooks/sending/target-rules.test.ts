import { describe, expect, it } from 'vitest';
import { findTargetFault, isLocalDeployment } from './target-rules.ts';

describe('where messages may go', () => {
  it.each([
    'https://crm.harbourvale.example/hooks',
    'https://crm.harbourvale.example:8443/hooks?key=1',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://xn--mnchen-3ya.example/',
  ])('is %s', (address) => expect(findTargetFault(address, false)).toBeUndefined());

  it.each([
    'http://crm.harbourvale.example/',
    'ftp://crm.harbourvale.example/',
    'https://localhost/',
    'https://sub.localhost/',
    'https://intranet/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://[2001::1]/',
    'https://[2002:7f00:1::]/',
    'https://[3fff::1]/',
    'https://[100::1]/',
    'https://[4000::1]/',
    'https://[fec0::1]/',
    'https://[::7f00:1]/',
    'https://240.0.0.1/',
    'https://192.88.99.1/',
    'https://203.0.113.9/',
    'https://192.175.48.1/',
    'https://[2620:4f:8000::1]/',
    'https://localhost./',
    'https://１２７.0.0.1/',
    'nowhere',
  ])('is not %s', (address) => expect(findTargetFault(address, false)).toBeDefined());

  it.each(['http://127.0.0.1:4000/hook', 'http://localhost:4000/', 'https://[::1]/', 'https://8.8.8.8/'])(
    'is %s on a developer’s machine too',
    (address) => expect(findTargetFault(address, true)).toBeUndefined(),
  );

  it.each([
    'http://8.8.8.8/',
    'http://10.0.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/',
    'nowhere',
  ])('is not %s, not even there', (address) => expect(findTargetFault(address, true)).toBeDefined());

  it('knows a developer’s machine by its sign-in, which is on loopback', () => {
    expect(isLocalDeployment('freehold.localhost')).toBe(true);
    expect(isLocalDeployment('firms.freehold.localhost')).toBe(true);
    expect(isLocalDeployment('harbourvale.example')).toBe(false);
    expect(isLocalDeployment('localhost.harbourvale.example')).toBe(false);
    expect(isLocalDeployment('notlocalhost')).toBe(false);
  });
});
