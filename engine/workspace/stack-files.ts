import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { platformStackName, projectName } from '../../schema/factory/names.ts';
import type { Placement, Region } from '../../schema/factory/settings.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { readTextFile, writeFileIfChanged } from '../../system/write-file.ts';

/** What the stack of one account is told. Nothing in it is secret or personal. */
export interface AccountStackSettings {
  readonly region: Region;
  readonly placement: Placement;
  /** Which Cloudflare account of the operator holds it. */
  readonly cell: string;
  /** A database that exists under the account's name, to be imported by the next `up`. */
  readonly adoptDatabaseId?: string;
  readonly adoptBucket?: true;
}

interface StackFile {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** The `Pulumi.<stack>.yaml` files of the workspace. Pulumi's own entries in them (salt, key) are kept. */
export interface StackFiles {
  writeAccount(stack: string, settings: AccountStackSettings): Promise<void>;
  /**
   * Writes the platform's settings but for its secrets, which only Pulumi can encrypt.
   *
   * @param adoptDatabaseId A database that exists under the platform's name, to be imported by the next `up`.
   */
  writePlatform(automationUrl: string, adoptDatabaseId?: string): Promise<void>;
  /** Whether the platform's stack has all of its encrypted secrets. */
  hasPlatformSecrets(): Promise<boolean>;
  remove(stack: string): Promise<void>;
}

/** A setting by the name that it has in stack files. */
function setting(name: string): string {
  return `${projectName}:${name}`;
}

const secretKeys = ['automationSecret', 'platformSigningKey'].map(setting);

/** Opens the stack files of a factory. */
export function openStackFiles(home: FreeholdHome): StackFiles {
  const pathOf = (stack: string) => join(home.stacksDirectory, `Pulumi.${stack}.yaml`);

  const read = async (stack: string): Promise<StackFile> => {
    const text = await readTextFile(pathOf(stack));
    return (text === undefined ? null : (parse(text) as StackFile | null)) ?? {};
  };
  const write = async (stack: string, config: Readonly<Record<string, unknown>>): Promise<void> => {
    const { config: _, ...own } = await read(stack);
    await writeFileIfChanged(pathOf(stack), stringify({ ...own, config }), 0o600);
  };

  return {
    async writeAccount(stack, settings) {
      await write(stack, {
        [setting('kind')]: 'account',
        [setting('region')]: settings.region,
        [setting('placement')]: settings.placement,
        [setting('cell')]: settings.cell,
        ...(settings.adoptDatabaseId ? { [setting('adoptDatabaseId')]: settings.adoptDatabaseId } : {}),
        ...(settings.adoptBucket ? { [setting('adoptBucket')]: 'true' } : {}),
      });
    },
    async writePlatform(automationUrl, adoptDatabaseId) {
      const { config = {} } = await read(platformStackName);
      await write(platformStackName, {
        [setting('kind')]: 'platform',
        [setting('automationUrl')]: automationUrl,
        ...(adoptDatabaseId ? { [setting('adoptDatabaseId')]: adoptDatabaseId } : {}),
        ...Object.fromEntries(Object.entries(config).filter(([key]) => secretKeys.includes(key))),
      });
    },
    async hasPlatformSecrets() {
      const { config = {} } = await read(platformStackName);
      return secretKeys.every((key) => config[key] !== undefined);
    },
    async remove(stack) {
      await rm(pathOf(stack), { force: true });
    },
  };
}
