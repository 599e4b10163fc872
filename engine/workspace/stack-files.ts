import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isReleaseName, platformStackName, projectName } from '../../schema/factory/names.ts';
import type { Placement, Region } from '../../schema/factory/settings.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { readTextFile, writeFileIfChanged } from '../../system/write-file.ts';
import type { Adoption } from '../recovery/adoptable-resources.ts';

/** Settings of the stack of one account, none of them secret or personal. */
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

/**
 * The `Pulumi.<stack>.yaml` files of the workspace. Pulumi's own entries in them (salt, key) and the settings of
 * providers, such as another token of Cloudflare, are kept.
 */
export interface StackFiles {
  /**
   * Writes the settings of an account.
   *
   * @param release What the next `up` deploys. Default: the release that the stack has.
   * @param adoption What the next `up` imports. Default: nothing.
   */
  writeAccount(
    stack: string,
    settings: AccountStackSettings,
    release?: string,
    adoption?: Adoption,
  ): Promise<void>;
  /**
   * Writes the platform's settings except its secrets, which only Pulumi can encrypt.
   *
   * @param release What the next `up` deploys.
   * @param adoption What the next `up` imports. Default: nothing.
   */
  writePlatform(automationUrl: string, release: string, adoption?: Adoption): Promise<void>;
  /** The release that a stack's file names; undefined without a file, or in a file of an older Freehold. */
  readRelease(stack: string): Promise<string | undefined>;
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
    if (text === undefined) return {};
    try {
      return (parse(text) as StackFile | null) ?? {};
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${pathOf(stack)} is not a stack file: ${why}`);
    }
  };
  const write = async (stack: string, config: Readonly<Record<string, unknown>>): Promise<void> => {
    const { config: old = {}, ...own } = await read(stack);
    const others = Object.entries(old).filter(([key]) => !key.startsWith(`${projectName}:`));
    const settings = { ...Object.fromEntries(others), ...config };
    await writeFileIfChanged(pathOf(stack), stringify({ ...own, config: settings }), 0o600);
  };
  const readRelease = async (stack: string): Promise<string | undefined> => {
    const name = (await read(stack)).config?.[setting('release')];
    return typeof name === 'string' && isReleaseName(name) ? name : undefined;
  };

  return {
    async writeAccount(stack, settings, release, adoption = {}) {
      const named = release ?? (await readRelease(stack));
      await write(stack, {
        [setting('kind')]: 'account',
        ...(named !== undefined && { [setting('release')]: named }),
        [setting('region')]: settings.region,
        [setting('placement')]: settings.placement,
        [setting('cell')]: settings.cell,
        ...toConfig(adoption),
      });
    },
    async writePlatform(automationUrl, release, adoption = {}) {
      const { config = {} } = await read(platformStackName);
      await write(platformStackName, {
        [setting('kind')]: 'platform',
        [setting('release')]: release,
        [setting('automationUrl')]: automationUrl,
        ...toConfig(adoption),
        ...Object.fromEntries(Object.entries(config).filter(([key]) => secretKeys.includes(key))),
      });
    },
    readRelease,
    async hasPlatformSecrets() {
      const { config = {} } = await read(platformStackName);
      return secretKeys.every((key) => config[key] !== undefined);
    },
    async remove(stack) {
      await rm(pathOf(stack), { force: true });
    },
  };
}

/** An adoption as settings of the stack, under the names of its fields. Values are text, as `pulumi config set` writes them. */
function toConfig(adoption: Adoption): Record<string, string> {
  return Object.fromEntries(Object.entries(adoption).map(([key, value]) => [setting(key), String(value)]));
}
