import { describe, expect, it } from 'vitest';
import { d1Database } from '../cloudflare/d1-database.ts';
import { r2Bucket } from '../cloudflare/r2-bucket.ts';
import { workersScript } from '../cloudflare/workers-script.ts';
import { databaseMigrations } from '../freehold/database-migrations.ts';
import { diffInputs } from './diff-inputs.ts';
import { toSecret, unknownValue } from './property-value.ts';

const database = { accountId: 'a', name: 'db', jurisdiction: 'eu', readReplication: { mode: 'disabled' } };

describe('diffInputs', () => {
  it('finds no change between equal inputs', () => {
    expect(diffInputs(d1Database, database, { ...database })).toEqual([]);
  });

  it.each(['accountId', 'name', 'jurisdiction'])('replaces a database for another %s', (name) => {
    const changes = diffInputs(d1Database, database, { ...database, [name]: 'other' });
    expect(changes).toEqual([{ path: name, kind: 'update', replaces: true }]);
  });

  it('updates a database in place for another replication', () => {
    const changes = diffInputs(d1Database, database, { ...database, readReplication: { mode: 'auto' } });
    expect(changes).toEqual([{ path: 'readReplication.mode', kind: 'update', replaces: false }]);
  });

  it('treats an omitted input as its default', () => {
    const bucket = { accountId: 'a', name: 'b', jurisdiction: 'eu' };
    expect(diffInputs(r2Bucket, { ...bucket, storageClass: 'Standard' }, bucket)).toEqual([]);
  });

  it('leaves the replacement of a bucket for another jurisdiction to the program, as the plugin does', () => {
    const bucket = { accountId: 'a', name: 'b', jurisdiction: 'eu' };
    const [change] = diffInputs(r2Bucket, bucket, { ...bucket, jurisdiction: 'default' });
    expect(change?.replaces).toBe(false);
  });

  it('names the one binding that changed', () => {
    const script = (text: string) => ({
      accountId: 'a',
      scriptName: 's',
      bindings: [
        { type: 'plain_text', name: 'ONE', text: 'same' },
        { type: 'plain_text', name: 'TWO', text },
      ],
    });
    expect(diffInputs(workersScript, script('old'), script('new')).map(({ path }) => path)).toEqual([
      'bindings[1].text',
    ]);
  });

  it('compares the contents of secrets', () => {
    const script = (text: string) => ({
      accountId: 'a',
      scriptName: 's',
      bindings: [{ text: toSecret(text) }],
    });
    expect(diffInputs(workersScript, script('same'), script('same'))).toEqual([]);
    expect(diffInputs(workersScript, script('old'), script('new'))).toHaveLength(1);
  });

  it('compares the hash of the code, not the path of the file', () => {
    const script = { accountId: 'a', scriptName: 's', contentFile: '/one/index.js', contentSha256: 'x' };
    expect(diffInputs(workersScript, script, { ...script, contentFile: '/two/index.js' })).toEqual([]);
    expect(diffInputs(workersScript, script, { ...script, contentSha256: 'y' })).toHaveLength(1);
  });

  it('compares the checksums of migrations, not the path of the folder', () => {
    const migrations = {
      cloudflareAccountId: 'a',
      databaseId: 'd',
      directory: '/one',
      checksums: { '0001_a': 'x' },
    };
    expect(diffInputs(databaseMigrations, migrations, { ...migrations, directory: '/two' })).toEqual([]);
    const changes = diffInputs(databaseMigrations, migrations, {
      ...migrations,
      checksums: { '0001_a': 'x', '0002_b': 'y' },
    });
    expect(changes).toEqual([{ path: 'checksums["0002_b"]', kind: 'add', replaces: false }]);
  });

  it('treats a value that is unknown in a preview as a change', () => {
    const changes = diffInputs(d1Database, database, { ...database, accountId: unknownValue });
    expect(changes).toEqual([{ path: 'accountId', kind: 'update', replaces: true }]);
  });
});
