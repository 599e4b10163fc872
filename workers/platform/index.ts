import { createPlatformWorker } from './platform-worker.ts';

export default createPlatformWorker();
