import * as v from 'valibot';
import { releaseName } from '../releases/release-name.ts';

/** What a deployment of the platform is asked for with. */
export const deploymentBody = v.strictObject({
  /** Default: the current release. */
  release: v.optional(releaseName),
});
