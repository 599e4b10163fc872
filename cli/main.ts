import { surviveLostOutput } from '../system/lost-output.ts';
import { processContext } from './context.ts';
import { runCommandLine } from './program.ts';

surviveLostOutput();
const exitCode = await runCommandLine(process.argv.slice(2), processContext());
// Not `exitCode` alone: idle connections, or a build that Ctrl-C has broken off, must not hold the end up.
process.exit(exitCode);
