import { LocalWorkspace } from '@pulumi/pulumi/automation/index.js';

// What the documentation of the Automation API shows: the yardstick that our own way of running an update is held
// against. Run by the `update` suite in a shell that `freehold env` has prepared; the only argument is the stack.
const [stackName] = process.argv.slice(2);
// biome-ignore lint/style/noProcessEnv: this file is a process of its own, and the workspace is all it needs to know
const workDir = process.env.PULUMI_OPTION_CWD;
if (stackName === undefined || workDir === undefined)
  throw new Error('usage: documented-up.ts STACK, in the shell of freehold env');

const stack = await LocalWorkspace.createOrSelectStack({ stackName, workDir });
const { summary } = await stack.up();
console.log(JSON.stringify(summary.resourceChanges));
