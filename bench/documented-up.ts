import { LocalWorkspace } from '@pulumi/pulumi/automation/index.js';

// The Automation API as its documentation shows it: the baseline for our own way of running an update. The `update`
// suite runs it in a shell prepared by `freehold env`; the only argument is the stack.
const [stackName] = process.argv.slice(2);
// biome-ignore lint/style/noProcessEnv: this file runs as a separate process, and needs only the workspace
const workDir = process.env.PULUMI_OPTION_CWD;
if (stackName === undefined || workDir === undefined)
  throw new Error('usage: documented-up.ts STACK, in the shell of freehold env');

const stack = await LocalWorkspace.createOrSelectStack({ stackName, workDir });
const { summary } = await stack.up();
console.log(JSON.stringify(summary.resourceChanges));
