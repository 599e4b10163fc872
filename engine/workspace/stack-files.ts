import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { platformStackName, projectName } from '../../schema/factory/names.ts';
import type { Placement, Region } from '../../schema/factory/settings.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { readTextFile, writeFileIfChanged } from '../../system/write-file.ts';
import type { Adoption } from '../recovery/adoptable-resources.ts';

/** What the stack of one account is told. Nothing in it is secret or personal. */
export interface AccountStackSettings {
  readonly region: Region;
  readonly placement: Placement;
  /** Which Cloudflare account of the operator holds it. */
  readonly cell: string;
}

interface StackFile {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** The `Pulumi.<stack>.yaml` files of the workspace. Pulumi's own entries in them (salt, key) are kept. */
export interface StackFiles {
  /** @param adoption What the next `up` imports. Default: nothing. */
  writeAccount(stack: string, settings: AccountStackSettings, adoption?: Adoption): Promise<void>;
  /**
   * Writes the platform's settings but for its secrets, which only Pulumi can encrypt.
   *
   * @param adoption What the next `up` imports. Default: nothing.
   */
  writePlatform(automationUrl: string, adoption?: Adoption): Promise<void>;
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
    async writeAccount(stack, settings, adoption = {}) {
      await write(stack, {
        [setting('kind')]: 'account',
        [setting('region')]: settings.region,
        [setting('placement')]: settings.placement,
        [setting('cell')]: settings.cell,
        ...toConfig(adoption),
      });
    },
    async writePlatform(automationUrl, adoption = {}) {
      const { config = {} } = await read(platformStackName);
      await write(platformStackName, {
        [setting('kind')]: 'platform',
        [setting('automationUrl')]: automationUrl,
        ...toConfig(adoption),
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

/** An adoption is told to the program under its own names; values are text, as `pulumi config set` writes them. */
function toConfig(adoption: Adoption): Record<string, string> {
  return Object.fromEntries(Object.entries(adoption).map(([key, value]) => [setting(key), String(value)]));
}
