import { runRelease } from './release/run-release.ts';

// biome-ignore lint/style/noDefaultExport: Pulumi runs the default export of a program.
export default runRelease;
