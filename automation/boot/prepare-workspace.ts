import { join } from 'node:path';
import type { Bundles } from '../../engine/workspace/bundles.ts';
import { writeWorkspace } from '../../engine/workspace/write-workspace.ts';
import { projectRoot } from '../../system/home/home.ts';
import type { PlatformKeys } from '../../system/home/secrets.ts';
import { describeWantedPlatform, type WantedPlatform } from '../platform/wanted-platform.ts';
import type { ServiceConfig } from './config.ts';
import type { ServiceTools } from './open-service-tools.ts';

/** The folder in which `pulumi` works, and the platform that is deployed from it. */
export interface PreparedWorkspace {
  /** What the stacks deploy. */
  readonly bundles: Bundles;
  readonly wanted: WantedPlatform;
}

/** What this process has made for itself by now. */
export interface PrepareWorkspaceArgs {
  readonly config: ServiceConfig;
  readonly tools: ServiceTools;
  readonly automationUrl: string;
  readonly automationSecret: string;
  readonly platformKeys: PlatformKeys;
}

/** Brings the workspace up to date. Throws when a bundle cannot be built or a file cannot be written. */
export async function prepareWorkspace(args: PrepareWorkspaceArgs): Promise<PreparedWorkspace> {
  const { config, tools, automationUrl, automationSecret, platformKeys } = args;
  const { cloudflare, command, stateUrl } = tools;
  const { issuer, accountsZoneName } = config;
  const bundles = await writeWorkspace(config.home, {
    pulumiPath: command.path,
    path: config.inheritedPath,
    settings: {
      cloudflareAccountId: cloudflare.accountId,
      issuer,
      zoneName: config.zoneName,
      zoneId: config.zoneId,
      accountsZoneName,
      accountsZoneId: config.accountsZoneId,
      platformPublicKey: platformKeys.publicKey,
    },
  });
  const wanted = await describeWantedPlatform({
    zone: { id: config.zoneId, name: config.zoneName },
    automationUrl,
    secrets: { automationSecret, platformSigningKey: platformKeys.signingKey },
    settings: {
      ...{ stateUrl, baseUrl: cloudflare.baseUrl, cloudflareAccountId: cloudflare.accountId },
      ...{ issuer, accountsZoneName },
    },
    bundleSha256: bundles.platform.sha256,
    programFile: join(config.home.programDirectory, 'index.js'),
    migrationsDirectory: join(projectRoot, 'schema', 'migrations', 'platform'),
  });
  return { bundles, wanted };
}
