import * as v from 'valibot';
import { releaseName } from '../releases/release-name.ts';

/** The body of a request to deploy the platform. */
export const deploymentBody = v.strictObject({
  /** Default: the current release. */
  release: v.optional(releaseName),
});
