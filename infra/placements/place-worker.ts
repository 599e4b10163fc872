import type * as pulumi from '@pulumi/pulumi';
import type { BundledWorkerArgs } from '../bundled-worker.ts';

/** The Worker of one account, and its host. */
export interface PlacedWorkerArgs extends BundledWorkerArgs {
  readonly accountId: string;
  /** Zone with one host for each account's Worker. */
  readonly accountsZoneId: string;
  readonly accountsZoneName: string;
}

/** A deployed Worker. */
export interface PlacedWorker {
  readonly scriptName: pulumi.Output<string>;
  /** URL of the Worker. */
  readonly workerUrl: pulumi.Output<string>;
  /** Further resources that the registration of the account depends on. */
  readonly isReady: readonly pulumi.Resource[];
}

/** Deploys an account's Worker as children of a component, named after `name`. */
export type PlaceWorker = (
  parent: pulumi.ComponentResource,
  name: string,
  args: PlacedWorkerArgs,
) => PlacedWorker;
