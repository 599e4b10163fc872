import type { CloudflareApi } from '../api/cloudflare-api.ts';
import {
  isList,
  isObject,
  type Properties,
  type PropertyValue,
  toSecret,
  withoutUndefined,
} from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { defineResource } from '../engine/resource-type.ts';
import { readFirstPart } from './multipart.ts';
import { toPulumiCase } from './wire-case.ts';
import { refreshBindings } from './workers-script-bindings.ts';
import { workersScriptInputs } from './workers-script-inputs.ts';
import { scriptPath } from './workers-script-path.ts';
import { checkContent, sha256Of, toScriptUpload } from './workers-script-upload.ts';

const token = 'cloudflare:index/workersScript:WorkersScript';

const computed = [
  'created_on',
  'modified_on',
  'etag',
  'has_assets',
  'has_modules',
  'handlers',
  'named_handlers',
  'last_deployed_from',
  'migration_tag',
  'startup_time_ms',
  'placement_mode',
  'placement_status',
] as const;

/**
 * A Worker script: its code, given by file and hash to keep it out of the state, and its bindings.
 */
export const workersScript = defineResource({
  token,
  description: 'A Worker script.',
  inputs: workersScriptInputs,
  outputs: {
    createdOn: { type: 'string', description: 'Time of the first upload, ISO 8601.' },
    modifiedOn: { type: 'string', description: 'Time of the last upload, ISO 8601.' },
    etag: { type: 'string', description: 'Hash of the content.' },
    hasAssets: { type: 'boolean', description: 'Whether it has static assets.' },
    hasModules: { type: 'boolean', description: 'Whether it is an ES module.' },
    handlers: { type: 'array', description: 'Handlers of the default export.' },
    namedHandlers: { type: 'array', description: 'Handlers of named exports.' },
    lastDeployedFrom: { type: 'string', description: 'What uploaded it.' },
    migrationTag: { type: 'string', description: 'Last migration of its Durable Objects.' },
    startupTimeMs: { type: 'number', description: 'Time to start, in milliseconds.' },
    placementMode: { type: 'string', description: 'Placement in force.' },
    placementStatus: { type: 'string', description: 'Whether placement works.' },
  },

  check: checkContent,

  async create(api, inputs) {
    const script = await api.callForObject(
      'PUT',
      scriptPath(inputs.accountId, inputs.scriptName),
      await toScriptUpload(inputs),
    );
    return { id: inputs.scriptName, outputs: toOutputs(script) };
  },

  async update(api, _id, news, olds) {
    const path = scriptPath(news.accountId, news.scriptName);
    return toOutputs(await api.callForObject('PUT', path, await toScriptUpload(news, olds)));
  },

  async read(api, id, olds) {
    const { accountId, scriptName } = parseId(id, olds.accountId);
    const service = await api.find(
      `/accounts/${encodeURIComponent(accountId)}/workers/services/${encodeURIComponent(scriptName)}`,
    );
    if (service === undefined) return undefined;
    const environment = service.default_environment;
    const script = isObject(environment) && isObject(environment.script) ? environment.script : {};
    const settings = await api.callForObject('GET', `${scriptPath(accountId, scriptName)}/settings`);
    return {
      id: scriptName,
      inputs: {
        ...fromSettings(settings),
        ...(olds.content === undefined && { contentSha256: await readHash(api, accountId, scriptName) }),
        accountId,
        scriptName,
        bindings: refreshBindings(olds.bindings ?? [], settings.bindings),
      },
      outputs: toOutputs(script),
    };
  },

  async delete(api, id, olds) {
    const { accountId, scriptName } = parseId(id, olds.accountId);
    await api.call('DELETE', scriptPath(accountId, scriptName));
  },

  // Cloudflare's plugin treats the text of every binding as a secret, even of plain_text.
  withSecrets(properties) {
    const bindings = properties.bindings;
    if (!isList(bindings)) return properties;
    return { ...properties, bindings: bindings.map(withSecretText) };
  },
});

function withSecretText(binding: PropertyValue): PropertyValue {
  if (!isObject(binding) || binding.text === undefined) return binding;
  return { ...binding, text: toSecret(binding.text) };
}

function toOutputs(script: Properties): Record<string, PropertyValue> {
  const outputs: Record<string, PropertyValue> = {};
  for (const name of computed) {
    const value = script[name];
    if (value !== undefined && value !== null) outputs[String(toPulumiName(name))] = toPulumiCase(value);
  }
  return outputs;
}

function toPulumiName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function fromSettings(settings: Properties): Record<string, PropertyValue> {
  const names = [
    'compatibility_date',
    'compatibility_flags',
    'limits',
    'logpush',
    'observability',
    'placement',
    'tail_consumers',
    'usage_model',
  ];
  return withoutUndefined(
    Object.fromEntries(
      names.map((name) => {
        const value = settings[name];
        return [toPulumiName(name), value === undefined || value === null ? undefined : toPulumiCase(value)];
      }),
    ),
  );
}

async function readHash(api: CloudflareApi, accountId: string, scriptName: string): Promise<string> {
  const { mediaType, bytes } = await api.download(`${scriptPath(accountId, scriptName)}/content/v2`);
  return sha256Of(readFirstPart(mediaType, bytes));
}

function parseId(id: string, accountId: string | undefined): { accountId: string; scriptName: string } {
  const [first, second, ...rest] = id.split('/');
  if (first && second && rest.length === 0) return { accountId: first, scriptName: second };
  if (first && second === undefined && accountId !== undefined) return { accountId, scriptName: first };
  throw new ProviderFailure({ kind: 'id_unreadable', token, id, form: '<account id>/<script name>' });
}
