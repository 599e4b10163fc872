import { createAccountApi } from '../../account/api.ts';
import { countRoundTrips } from './count-round-trips.ts';

/** Time limit of this Worker's requests, in milliseconds. */
const TIMEOUT_MS = 1_000;

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default { fetch: countRoundTrips(createAccountApi(Date.now, TIMEOUT_MS).fetch) };
