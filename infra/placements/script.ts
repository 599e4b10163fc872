import { WorkersCustomDomain } from '@pulumi/cloudflare/workersCustomDomain.js';
import * as pulumi from '@pulumi/pulumi';
import { accountHost } from '../../schema/factory/names.ts';
import { createBundledWorker } from '../bundled-worker.ts';
import { timeouts } from '../safety.ts';
import type { PlaceWorker } from './place-worker.ts';

/** A separate Worker script, served at the account's host in the accounts' zone. */
export const placeScript: PlaceWorker = (parent, name, args) => {
  const { accountId, cloudflareAccountId } = args;
  const { script, subdomain } = createBundledWorker(parent, name, args);
  const domain = new WorkersCustomDomain(
    `${name}-domain`,
    {
      accountId: cloudflareAccountId,
      hostname: accountHost(accountId, args.accountsZoneName),
      service: script.scriptName,
      zoneId: args.accountsZoneId,
    },
    { parent, deleteBeforeReplace: true, customTimeouts: timeouts },
  );
  return {
    scriptName: script.scriptName,
    workerUrl: pulumi.interpolate`https://${domain.hostname}`,
    isReady: [subdomain],
  };
};
