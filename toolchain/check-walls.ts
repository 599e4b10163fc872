/** `npm run check -- walls`: checks every import against `walls.ts`. */
import { join } from 'node:path';
import { findBrokenWalls } from './find-broken-walls.ts';

const broken = findBrokenWalls(join(import.meta.dirname, '..'));
for (const line of broken) console.error(line);
process.exitCode = broken.length === 0 ? 0 : 1;
