import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSigningKey } from './signing-key.ts';
import { Users } from './users.ts';

describe('what the sign-in server keeps', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'freehold-issuer-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('gives everybody the same subject after a restart, those who came at the same moment too', async () => {
    const users = await Users.open(directory);
    const emails = ['one@firm.example', 'two@firm.example', 'three@firm.example'];
    const added = await Promise.all(emails.map((email) => users.ensure(email)));
    const again = await Users.open(directory);
    expect(again.list()).toEqual(users.list());
    expect(await again.ensure('one@firm.example')).toEqual(added[0]);
  });

  it('makes no strangers of everybody when the file of users is lost', async () => {
    await Users.open(directory);
    await readSigningKey(directory);
    await rm(path.join(directory, 'users.json'));
    await expect(Users.open(directory)).rejects.toThrow(/users\.json is missing: restore it/);
  });

  it('refuses a damaged file of users, and a damaged key, by its name', async () => {
    await writeFile(path.join(directory, 'users.json'), '[{"email":"one@firm.example"}]');
    await expect(Users.open(directory)).rejects.toThrow(/users\.json is damaged \(0\.subject: .*restore it/);
    await writeFile(path.join(directory, 'jwks.json'), '{"keys":[]}');
    await expect(readSigningKey(directory)).rejects.toThrow(/jwks\.json is damaged \(keys\.0: .*delete it/);
  });
});
