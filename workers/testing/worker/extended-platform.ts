import { extendedKinds } from '../../../schema/testing/extended-kinds.ts';
import { createPlatformWorker } from '../../platform/platform-worker.ts';

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default createPlatformWorker(extendedKinds);
