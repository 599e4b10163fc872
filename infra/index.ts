import { factoryProgram } from './program.ts';

// biome-ignore lint/style/noDefaultExport: Pulumi runs the default export of a program.
export default factoryProgram;
