import { writeWorkspace } from '../../engine/workspace/write-workspace.ts';
import type { PlatformKeys } from '../../system/home/secrets.ts';
import type { PlatformSurroundings } from '../platform/platform-surroundings.ts';
import type { ServiceConfig } from './config.ts';
import type { ServiceTools } from './open-service-tools.ts';

/** What the workspace is prepared from. */
export interface PrepareWorkspaceArgs {
  readonly config: ServiceConfig;
  readonly tools: ServiceTools;
  readonly automationUrl: string;
  readonly automationSecret: string;
  readonly platformKeys: PlatformKeys;
}

/**
 * Brings the folder that `pulumi` runs in up to date.
 *
 * @returns The settings that the platform is deployed with.
 * @throws When a file cannot be written.
 */
export async function prepareWorkspace(args: PrepareWorkspaceArgs): Promise<PlatformSurroundings> {
  const { config, tools, automationUrl, automationSecret, platformKeys } = args;
  const { cloudflare, command, stateUrl } = tools;
  const { issuer, accountsZoneName } = config;
  await writeWorkspace(config.home, {
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
  return {
    zone: { id: config.zoneId, name: config.zoneName },
    automationUrl,
    secrets: { automationSecret, platformSigningKey: platformKeys.signingKey },
    settings: {
      ...{ stateUrl, baseUrl: cloudflare.baseUrl, cloudflareAccountId: cloudflare.accountId },
      ...{ issuer, accountsZoneName },
    },
  };
}
