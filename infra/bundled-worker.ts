import type { WorkersScriptBinding } from '@pulumi/cloudflare/types/input.js';
import { WorkersScript } from '@pulumi/cloudflare/workersScript.js';
import { WorkersScriptSubdomain } from '@pulumi/cloudflare/workersScriptSubdomain.js';
import type * as pulumi from '@pulumi/pulumi';
import type { Bundle } from './bundle.ts';
import { mainModule } from './runtime.ts';
import { timeouts } from './safety.ts';

export interface BundledWorkerArgs {
  readonly cloudflareAccountId: string;
  /** Name of the script in Cloudflare. */
  readonly physicalName: string;
  readonly bundle: Bundle;
  /** `YYYY-MM-DD`. */
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  /** Everything that the Worker can reach, and its variables. */
  readonly bindings: readonly pulumi.Input<WorkersScriptBinding>[];
  /** Resources that must exist before the code runs, such as its schema. */
  readonly dependsOn: readonly pulumi.Resource[];
}

/**
 * A Worker without a host, as children `<name>-worker` and `<name>-subdomain` of a
 * component.
 */
export function createBundledWorker(
  parent: pulumi.ComponentResource,
  name: string,
  args: BundledWorkerArgs,
): { readonly script: WorkersScript; readonly subdomain: WorkersScriptSubdomain } {
  const { cloudflareAccountId: accountId, bundle, compatibilityFlags } = args;
  const script = new WorkersScript(
    `${name}-worker`,
    {
      accountId,
      scriptName: args.physicalName,
      mainModule,
      contentFile: bundle.path,
      contentSha256: bundle.sha256,
      compatibilityDate: args.compatibilityDate,
      ...(compatibilityFlags.length > 0 && { compatibilityFlags: [...compatibilityFlags] }),
      bindings: [...args.bindings],
    },
    { parent, dependsOn: [...args.dependsOn], deleteBeforeReplace: true, customTimeouts: timeouts },
  );
  // workers.dev and preview URLs are served worldwide and bypass the rules of the zone, so both are off.
  const subdomain = new WorkersScriptSubdomain(
    `${name}-subdomain`,
    { accountId, scriptName: script.scriptName, enabled: false, previewsEnabled: false },
    { parent, deleteBeforeReplace: true, customTimeouts: timeouts },
  );
  return { script, subdomain };
}
