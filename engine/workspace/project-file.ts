import { dirname, relative } from 'node:path';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import type { FreeholdHome } from '../../system/home/home.ts';
import { readTextFile, writeFileIfChanged } from '../../system/write-file.ts';
import { projectName } from '../states/stack-state.ts';

/** A bundle that a Worker runs: a file, and the sha256 of its bytes in lower-case hex. */
export interface Bundle {
  readonly path: string;
  readonly sha256: string;
}

/** What every stack of the factory is told, in the project's own `config` block. */
export interface ProjectSettings {
  readonly cloudflareAccountId: string;
  readonly issuer: string;
  readonly zoneName: string;
  readonly zoneId: string;
  readonly accountsZoneName: string;
  readonly accountsZoneId: string;
  /** Public JWK of the platform, as JSON text. */
  readonly platformPublicKey: string;
  readonly accountBundle: Bundle;
  /** Folder of the account schema's migrations. */
  readonly accountMigrations: string;
  readonly platformBundle: Bundle;
  readonly platformMigrations: string;
  /** The platform's D1; absent until the platform exists. */
  readonly platformDatabaseId?: string;
}

const projectSchema = v.looseObject({
  config: v.optional(v.record(v.string(), v.looseObject({ value: v.unknown() })), {}),
});

/**
 * Writes the project file that the service and a bare `pulumi` share. Stack files lie in a folder of their own, and
 * the two providers are found where the factory's launchers are.
 *
 * @param languageHost Path of the Node language host.
 */
export async function writeProjectFile(
  home: FreeholdHome,
  settings: ProjectSettings,
  languageHost: string,
): Promise<void> {
  const launchers = relative(home.workspace, home.binDirectory);
  const project = {
    name: projectName,
    description:
      'The platform and the accounts of a Freehold factory. Written at every start: edits are lost.',
    runtime: 'nodejs',
    main: 'program/',
    stackConfigDir: 'stacks',
    plugins: {
      providers: [
        { name: 'cloudflare', path: launchers },
        { name: 'freehold', path: launchers },
      ],
      languages: [{ name: 'nodejs', path: relative(home.workspace, dirname(languageHost)) }],
    },
    config: Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [`${projectName}:${key}`, { value }]),
    ),
  };
  await writeFileIfChanged(home.projectFile, stringify(project));
}

/** Reads one of the settings as it stands in the project file now; undefined when it is not there. */
export async function readProjectSetting(home: FreeholdHome, key: keyof ProjectSettings): Promise<unknown> {
  const text = await readTextFile(home.projectFile);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(projectSchema, parse(text));
  return parsed.success ? parsed.output.config[`${projectName}:${key}`]?.value : undefined;
}

const bundleSchema = v.object({ path: v.string(), sha256: v.string() });

/** First 16 hex digits of the bundle that an account's next `up` deploys: the name of the release. */
export async function readAccountRelease(home: FreeholdHome): Promise<string | undefined> {
  const parsed = v.safeParse(bundleSchema, await readProjectSetting(home, 'accountBundle'));
  return parsed.success ? parsed.output.sha256.slice(0, 16) : undefined;
}
