import type * as pulumi from '@pulumi/pulumi';
import type { BundledWorkerArgs } from '../bundled-worker.ts';

/** The Worker of one account, and where it is to answer. */
export interface PlacedWorkerArgs extends BundledWorkerArgs {
  readonly accountId: string;
  /** Zone with one host for each account's Worker. */
  readonly accountsZoneId: string;
  readonly accountsZoneName: string;
}

/** A Worker that can be reached. */
export interface PlacedWorker {
  readonly scriptName: pulumi.Output<string>;
  /** Where the Worker answers. */
  readonly workerUrl: pulumi.Output<string>;
  /** What else must be there before the account is registered. */
  readonly isReady: readonly pulumi.Resource[];
}

/** Deploys an account's Worker as children of a component, named after `name`. */
export type PlaceWorker = (
  parent: pulumi.ComponentResource,
  name: string,
  args: PlacedWorkerArgs,
) => PlacedWorker;
