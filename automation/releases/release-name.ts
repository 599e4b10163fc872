import * as v from 'valibot';
import { isReleaseName } from '../../schema/factory/names.ts';

/** Name of a release in a request. */
export const releaseName = v.pipe(
  v.string(),
  v.check(isReleaseName, 'must be the name of a release, 16 hex digits'),
);
