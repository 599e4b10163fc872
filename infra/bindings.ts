import type { WorkersScriptBinding } from '@pulumi/cloudflare/types/input.js';
import type * as pulumi from '@pulumi/pulumi';
import { accountBindingNames, platformAudience, platformBindingNames } from '../schema/factory/bindings.ts';
import { platformRateLimits, rateLimit } from '../schema/model/limits.ts';

/**
 * Name of the counters. All Workers in a Cloudflare account share the counters of one name. That is harmless: the keys are
 * hashes that differ between accounts.
 */
const rateLimitNamespace = '4001';
const personLimitNamespace = '4002';
const addressLimitNamespace = '4003';

type Binding = pulumi.Input<WorkersScriptBinding>;

/** What the bindings of an account's Worker are made from. */
export interface AccountBindingArgs {
  readonly accountId: string;
  readonly databaseId: pulumi.Input<string>;
  readonly bucketName: pulumi.Input<string>;
  /** Jurisdiction of the bucket. */
  readonly jurisdiction: string;
  /** Public JWK of the platform, as JSON text. */
  readonly platformPublicKey: string;
  /** Zone that people's browsers use. */
  readonly zoneName: string;
  /** Name of the release. */
  readonly release: string;
}

/**
 * Everything that an account's Worker can reach: its own database, its own bucket, a counter, and texts that are not secret.
 * The facts of the firm, its standing, are in the database.
 */
export function accountBindings(args: AccountBindingArgs): readonly Binding[] {
  const names = accountBindingNames;
  return [
    { type: 'd1', name: names.database, id: args.databaseId },
    // A bucket is only found in its jurisdiction.
    {
      type: 'r2_bucket',
      name: names.documents,
      bucketName: args.bucketName,
      jurisdiction: args.jurisdiction,
    },
    limiter(names.rateLimit, rateLimitNamespace, rateLimit),
    plainText(names.accountId, args.accountId),
    plainText(names.platformPublicKey, args.platformPublicKey),
    plainText(names.zone, args.zoneName),
    plainText(names.release, args.release),
  ];
}

/** What the bindings of the platform's Worker are made from. */
export interface PlatformBindingArgs {
  readonly databaseId: pulumi.Input<string>;
  readonly issuer: string;
  /** Base URL of the automation service. */
  readonly automationUrl: string;
  /** Secret that the platform and the automation service sign their requests with. */
  readonly automationSecret: pulumi.Input<string>;
  /** Private JWK, as JSON text, that the platform signs its calls to the accounts with. */
  readonly platformSigningKey: pulumi.Input<string>;
  /** Zone that people's browsers use. */
  readonly zoneName: string;
  /** Zone with one host for each account's Worker. */
  readonly accountsZoneName: string;
  /** Name of the release. */
  readonly release: string;
}

/**
 * Everything that the platform's Worker can reach: the registry and the automation service. Account data is not included.
 */
export function platformBindings(args: PlatformBindingArgs): readonly Binding[] {
  const names = platformBindingNames;
  return [
    { type: 'd1', name: names.database, id: args.databaseId },
    limiter(names.personLimit, personLimitNamespace, platformRateLimits.person),
    limiter(names.addressLimit, addressLimitNamespace, platformRateLimits.address),
    plainText(names.issuer, args.issuer),
    plainText(names.audience, platformAudience),
    plainText(names.automationUrl, args.automationUrl),
    { type: 'secret_text', name: names.automationSecret, text: args.automationSecret },
    { type: 'secret_text', name: names.platformSigningKey, text: args.platformSigningKey },
    plainText(names.zone, args.zoneName),
    plainText(names.accountsZone, args.accountsZoneName),
    plainText(names.release, args.release),
  ];
}

function limiter(
  name: string,
  namespaceId: string,
  { requestsMax, periodSeconds }: { readonly requestsMax: number; readonly periodSeconds: number },
): Binding {
  return { type: 'ratelimit', name, namespaceId, simple: { limit: requestsMax, period: periodSeconds } };
}

function plainText(name: string, text: string): Binding {
  return { type: 'plain_text', name, text };
}
