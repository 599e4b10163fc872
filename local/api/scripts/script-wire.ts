import type { Binding, ScriptRecord, VersionRecord } from '../../storage/records.ts';

/** A script in lists and upload responses. */
export function toScript(script: Omit<ScriptRecord, 'revision'>): Record<string, unknown> {
  return {
    id: script.name,
    etag: script.etag,
    created_on: script.createdOn,
    modified_on: script.modifiedOn,
    has_assets: false,
    has_modules: script.mainModule !== null,
    last_deployed_from: 'api',
    startup_time_ms: script.startupTimeMs,
    deployment_id: script.versions.at(-1)?.id,
    compatibility_date: script.compatibilityDate,
    compatibility_flags: script.compatibilityFlags,
    logpush: false,
    usage_model: 'standard',
    tags: [],
    tail_consumers: null,
    ...script.settings,
  };
}

/** A script in the services endpoint, which the official plugin reads first. */
export function toService(script: ScriptRecord): Record<string, unknown> {
  const environment = {
    environment: 'production',
    created_on: script.createdOn,
    modified_on: script.modifiedOn,
    script: toScript(script),
  };
  return {
    id: script.name,
    created_on: script.createdOn,
    modified_on: script.modifiedOn,
    default_environment: environment,
    environments: [environment],
  };
}

/** A script in the newer resource API. */
export function toWorker(script: ScriptRecord): Record<string, unknown> {
  return {
    id: script.name,
    name: script.name,
    created_on: script.createdOn,
    updated_on: script.modifiedOn,
    logpush: false,
    tags: [],
    tail_consumers: [],
    ...script.settings,
    subdomain: { enabled: script.subdomain.enabled, previews_enabled: script.subdomain.previewsEnabled },
  };
}

/** The settings of a script. Secrets are listed without their values. */
export function toSettings(script: Omit<ScriptRecord, 'revision'>): Record<string, unknown> {
  return {
    bindings: script.bindings.map(toBinding),
    compatibility_date: script.compatibilityDate,
    compatibility_flags: script.compatibilityFlags,
    logpush: false,
    placement: {},
    tags: [],
    tail_consumers: null,
    usage_model: 'standard',
    ...script.settings,
  };
}

/** A binding as the API returns it: without the text of a secret, and with both names of a database's id. */
function toBinding(binding: Binding): Binding {
  if (binding.type === 'd1') {
    const id = binding.id ?? binding.database_id;
    return { ...binding, id, database_id: id };
  }
  if (binding.type !== 'secret_text') return binding;
  return { type: binding.type, name: binding.name };
}

/** One version of a script. */
export function toVersion(version: VersionRecord): Record<string, unknown> {
  return {
    id: version.id,
    number: version.number,
    metadata: {
      created_on: version.createdOn,
      modified_on: version.createdOn,
      source: 'api',
      author_email: '',
    },
  };
}

/** The code of a script: a form whose first part is the main module, or plain text for a service-worker script. */
export function toContent(script: ScriptRecord, readBlob: (sha256: string) => Uint8Array): Response {
  const [first] = script.modules;
  if (script.mainModule === null) {
    return first === undefined
      ? new Response(null, { status: 204 })
      : new Response(Buffer.from(readBlob(first.sha256)), {
          headers: { 'content-type': 'application/javascript' },
        });
  }
  const form = new FormData();
  const ordered = [...script.modules].sort(
    (left, right) => Number(right.name === script.mainModule) - Number(left.name === script.mainModule),
  );
  for (const module of ordered) {
    const bytes = Buffer.from(readBlob(module.sha256));
    form.append(module.name, new File([bytes], module.name, { type: module.contentType }));
  }
  return new Response(form, { headers: { 'cf-entrypoint': script.mainModule, etag: `"${script.etag}"` } });
}
