import * as pulumi from '@pulumi/pulumi';
import * as v from 'valibot';
import { projectName } from '../schema/factory/names.ts';
import { placementNames, regionNames } from '../schema/factory/settings.ts';
import { line, oneOf } from '../schema/model/fields.ts';
import { isId } from '../schema/model/ids.ts';

const text = v.pipe(v.string(), v.nonEmpty());
/** Config values are strings in the file; `pulumi config set` writes `true` as one. */
const flag = v.pipe(
  v.optional(v.union([v.boolean(), v.picklist(['true', 'false'])]), false),
  v.transform((value) => value === true || value === 'true'),
);

/** Settings of every stack. `release` is not one of them: `runRelease` reads it before. */
const shared = {
  cloudflareAccountId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits')),
  zoneName: text,
  accountsZoneName: text,
  adoptDatabaseId: v.optional(v.pipe(v.string(), v.uuid())),
};

const platform = v.object({
  ...shared,
  kind: v.literal('platform'),
  /** Issuer of the access tokens. The platform passes it to the accounts; their stacks do not have it. */
  issuer: v.pipe(v.string(), v.url()),
  zoneId: text,
  automationUrl: v.pipe(v.string(), v.url()),
  adoptRouteId: v.optional(text),
});

const account = v.object({
  ...shared,
  kind: v.literal('account'),
  accountsZoneId: text,
  platformPublicKey: text,
  // No defaults: a stack must not register a guess.
  region: oneOf(regionNames),
  placement: oneOf(placementNames),
  cell: line(40),
  offboarding: flag,
  adoptBucket: flag,
});

/**
 * The settings of a stack, of either kind. The platform's secrets are not among them: see
 * `readPlatformSecrets`.
 */
export type FactoryConfig = v.InferOutput<typeof platform> | v.InferOutput<typeof account>;
export type PlatformConfig = Extract<FactoryConfig, { kind: 'platform' }>;
export type AccountConfig = Extract<FactoryConfig, { kind: 'account' }>;

/**
 * Reads the settings of the stack that is running, under `factory:`.
 *
 * @throws A sentence that names each setting that is missing or wrong.
 */
export function readFactoryConfig(stack: string): FactoryConfig {
  const config = new pulumi.Config(projectName);
  const kind = config.get('kind');
  if (kind !== 'platform' && kind !== 'account') {
    throw new pulumi.RunError(`stack ${stack}: factory:kind must be "platform" or "account"`);
  }
  if (kind === 'account' && !isId('acc', stack)) {
    throw new pulumi.RunError(`stack ${stack}: the stack of an account is named after its id, acc-…`);
  }
  const schema = kind === 'platform' ? platform : account;
  const values = Object.fromEntries(
    // The project file gives each setting that a stack need not have an empty default: absent, for the program.
    Object.keys(schema.entries).map((key) => [key, config.get(key) || undefined]),
  );
  const result = v.safeParse(schema, values);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `factory:${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
  throw new pulumi.RunError(`stack ${stack}: ${issues.join('; ')}`);
}

/**
 * The platform's secrets, which are decrypted only for the settings of its Worker.
 *
 * @throws A sentence that names the one that is missing.
 */
export function readPlatformSecrets(): {
  readonly automationSecret: pulumi.Output<string>;
  readonly platformSigningKey: pulumi.Output<string>;
} {
  const config = new pulumi.Config(projectName);
  const read = (name: string): pulumi.Output<string> => {
    const key = `${projectName}:${name}`;
    if (pulumi.runtime.getConfig(key)) return config.requireSecret(name);
    throw new pulumi.RunError(`${key} is not set: pulumi config set --secret ${key}`);
  };
  return {
    automationSecret: read('automationSecret'),
    platformSigningKey: read('platformSigningKey'),
  };
}
