import type { Placement } from '../../schema/factory/settings.ts';
import type { PlaceWorker } from './place-worker.ts';
import { placeScript } from './script.ts';

/** How each placement deploys a Worker. Bundle and bindings are the same for all. */
export const placements: Readonly<Record<Placement, PlaceWorker>> = { script: placeScript };
