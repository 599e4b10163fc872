import { createHash, randomUUID } from 'node:crypto';
import type {
  Binding,
  ModuleRecord,
  ScriptRecord,
  StoredVersion,
  VersionContent,
} from '../../storage/records.ts';
import type { ApiError } from '../http/api-error.ts';
import { type CloudContext, instantOf } from '../http/context.ts';
import { checkBindings } from './check-bindings.ts';
import { keptSettings, resolveBindings, type ScriptUpload } from './script-upload.ts';

/** Maximum Workers of an account on the paid plan. */
const scriptsMax = 500;

/** Versions that are kept per script. */
const versionsKept = 10;

type Deployed = { readonly value: ScriptRecord } | { readonly error: ApiError };

/** Stores an upload as the script `name` once workerd has started it. After a refusal the previous script stays. */
export async function deployUpload(
  name: string,
  upload: ScriptUpload,
  context: CloudContext,
): Promise<Deployed> {
  const staged = stageUpload(name, upload, context);
  if ('error' in staged) return staged;
  const { versions, deployments, modifiedOn } = staged.value;
  const version = versions.at(-1);
  if (deployments === undefined || version === undefined) return await deployScript(staged.value, context);
  const deployment = { id: version.id, versionId: version.id, createdOn: modifiedOn };
  return await deployScript({ ...staged.value, deployments: [...deployments, deployment] }, context);
}

/** Adds an upload as a new version of the script `name`, and returns the script with that version deployed. */
export function stageUpload(
  name: string,
  upload: ScriptUpload,
  context: CloudContext,
): { readonly value: Omit<ScriptRecord, 'revision'> } | { readonly error: ApiError } {
  const { registry } = context;
  const stored = registry.scripts.get(name);
  if (!/^[a-z0-9_][a-z0-9_-]{0,62}$/u.test(name)) {
    return { error: { kind: 'invalid_request', message: `A script cannot be named ${name}` } };
  }
  if (stored === undefined && registry.scripts.size >= scriptsMax) {
    return { error: { kind: 'script_limit_reached', scriptsMax } };
  }
  const { metadata } = upload;
  const bindings = resolveBindings(
    metadata.bindings ?? [],
    metadata.keep_bindings ?? [],
    stored?.bindings ?? [],
  );
  if ('error' in bindings) return bindings;
  const modules = upload.modules.map(({ name: file, contentType, bytes }): ModuleRecord => {
    return { name: file, contentType, sha256: registry.putBlob(bytes) };
  });
  const invalid = checkBindings(bindings.value, name, registry);
  if (invalid !== undefined) return { error: invalid };
  const now = instantOf(context);
  const content: VersionContent = {
    etag: digest(modules.map((module) => [module.name, module.sha256])),
    mainModule: metadata.main_module ?? null,
    modules,
    bindings: bindings.value,
    compatibilityDate: metadata.compatibility_date ?? '',
    compatibilityFlags: metadata.compatibility_flags ?? [],
    settings: keptSettings(metadata),
  };
  const version = { id: randomUUID(), number: (stored?.versions.at(-1)?.number ?? 0) + 1, createdOn: now };
  const versions = [...(stored?.versions ?? []), version].slice(-versionsKept);
  keepVersions(
    name,
    versions.map(({ id }) => id),
    { id: version.id, script: name, content },
    context,
  );
  return {
    value: {
      name,
      ...content,
      createdOn: stored?.createdOn ?? now,
      modifiedOn: now,
      schedules: stored?.schedules ?? [],
      subdomain: stored?.subdomain ?? { enabled: false, previewsEnabled: false },
      startupTimeMs: stored?.startupTimeMs ?? 0,
      versions,
      ...(stored?.deployments === undefined ? {} : { deployments: stored.deployments }),
    },
  };
}

/** Stores a version, and removes versions of its script that are no longer listed. */
function keepVersions(
  script: string,
  listed: readonly string[],
  version: StoredVersion,
  { registry }: CloudContext,
): void {
  registry.transaction(() => {
    registry.versions.put(version);
    for (const { id } of registry.versions.list().filter((one) => one.script === script)) {
      if (!listed.includes(id)) registry.versions.delete(id);
    }
  });
}

/** Changes the bindings of a script, once workerd has started it with them. */
export async function deployBindings(
  stored: ScriptRecord,
  bindings: readonly Binding[],
  context: CloudContext,
): Promise<Deployed> {
  return await deployScript({ ...stored, bindings, modifiedOn: instantOf(context) }, context);
}

/** Stores a script in a given state once workerd has started it. */
export async function deployScript(
  wanted: Omit<ScriptRecord, 'revision'>,
  context: CloudContext,
): Promise<Deployed> {
  const { registry, pool } = context;
  const invalid = checkBindings(wanted.bindings, wanted.name, registry);
  if (invalid !== undefined) return { error: invalid };
  const revision = digest([
    wanted.etag,
    wanted.mainModule,
    wanted.modules.map((module) => module.contentType),
    wanted.bindings,
    wanted.compatibilityDate,
    wanted.compatibilityFlags,
  ]);
  const candidate: ScriptRecord = { ...wanted, revision };
  if (registry.scripts.get(wanted.name)?.revision === revision) {
    // Same code and same bindings: the running process can stay.
    registry.scripts.put(candidate);
    return { value: candidate };
  }
  let deployed = candidate;
  const outcome = await pool.deploy(candidate, (startupTimeMs) => {
    // Other calls may have changed cron triggers and workers.dev while workerd was starting.
    const { schedules, subdomain } = registry.scripts.get(wanted.name) ?? candidate;
    deployed = { ...candidate, startupTimeMs, schedules, subdomain };
    registry.scripts.put(deployed);
  });
  return typeof outcome === 'number' ? { value: deployed } : { error: outcome };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
