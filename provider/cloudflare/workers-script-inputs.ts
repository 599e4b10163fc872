import type { InputSpecs } from '../engine/resource-type.ts';

/**
 * The supported inputs of a Worker script. Static assets and several code modules are not supported, because a bundle
 * is one module; Check refuses them.
 */
export const workersScriptInputs = {
  accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
  scriptName: { type: 'string', description: 'Name of the script.', required: true, replaces: true },
  content: { type: 'string', description: 'The code. It is stored in the state.', keptOnRefresh: true },
  contentFile: {
    type: 'string',
    description: 'A file with the code, whose hash is `contentSha256`.',
    keptOnRefresh: true,
    neverDiffers: true,
  },
  contentSha256: { type: 'string', description: 'SHA-256 of the content file, in hex.' },
  contentType: { type: 'string', description: 'Media type of the code.', keptOnRefresh: true },
  mainModule: { type: 'string', description: 'Name of the ES module.', keptOnRefresh: true },
  bodyPart: { type: 'string', description: 'Name of a service-worker script.', keptOnRefresh: true },
  compatibilityDate: { type: 'string', description: 'Which runtime behaviour.', default: '' },
  compatibilityFlags: {
    type: 'array',
    description: 'Compatibility flags of the runtime.',
    default: [],
  },
  bindings: { type: 'array', description: 'Resources and values that the script can use.', default: [] },
  keepBindings: {
    type: 'array',
    description: 'Types of bindings that an upload keeps.',
    keptOnRefresh: true,
  },
  keepAssets: { type: 'boolean', description: 'Whether an upload keeps the assets.', keptOnRefresh: true },
  limits: {
    type: 'object',
    description: 'Limits of one invocation, such as `cpuMs`.',
    chosenByService: true,
  },
  logpush: { type: 'boolean', description: 'Whether Logpush collects its logs.', default: false },
  migrations: { type: 'object', description: 'Migrations of Durable Objects.', keptOnRefresh: true },
  observability: { type: 'object', description: 'Logs and traces.', chosenByService: true },
  placement: { type: 'object', description: 'Preferred place to run: `{ mode }`.', chosenByService: true },
  tailConsumers: { type: 'array', description: 'Workers that receive its logs.', default: [] },
  usageModel: {
    type: 'string',
    description: 'Usage model for billing.',
    default: 'standard',
    chosenByService: true,
  },
  annotations: { type: 'object', description: 'Message and tag of the version.', keptOnRefresh: true },
} as const satisfies InputSpecs;

/** Inputs that are copied to the metadata of an upload, with their keys in snake_case. */
export const metadataInputs = [
  'compatibilityDate',
  'compatibilityFlags',
  'bindings',
  'keepBindings',
  'keepAssets',
  'limits',
  'logpush',
  'migrations',
  'observability',
  'placement',
  'tailConsumers',
  'usageModel',
] as const satisfies readonly (keyof typeof workersScriptInputs)[];
