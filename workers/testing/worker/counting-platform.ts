import { createPlatformApi } from '../../platform/platform-api.ts';
import { countRoundTrips } from './count-round-trips.ts';

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default { fetch: countRoundTrips(createPlatformApi().fetch) };
