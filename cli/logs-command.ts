import { Command, InvalidArgumentError } from 'commander';
import { CommandFailure } from './command-failure.ts';
import type { CliContext } from './context.ts';
import { examples } from './examples.ts';
import { findLogs, type LogFile, readNewLines } from './logs/log-files.ts';

/** Lines of each log that are shown unless `--lines` says otherwise. */
const LINES_DEFAULT = 40;
/** How often a log that is followed is looked at, in milliseconds. */
const LOOK_MS = 250;

interface LogsOptions {
  readonly follow?: boolean;
  readonly lines: number;
}

/** `freehold logs`: the end of the logs of this factory's parts. It needs no running factory. */
export function logsCommand(context: CliContext): Command {
  return new Command('logs')
    .description('show the last lines of the logs of this factory, running or not')
    .argument('[part]', 'a part, such as automation, or pulumi/<account id> (default: every part)')
    .option('-f, --follow', 'show new lines, too, until Ctrl-C')
    .option('-n, --lines <count>', 'number of lines of each log', parseCount, LINES_DEFAULT)
    .addHelpText('after', examples('freehold logs', 'freehold logs automation -f', 'freehold logs -n 5'))
    .action(async (part: string | undefined, { follow, lines }: LogsOptions) => {
      const logs = await chooseLogs(context, part);
      await context.untilInterrupted(async (signal) => {
        await show(context, logs, lines, logs.length > 1);
        while (follow && !signal.aborted) {
          await context.wait(LOOK_MS, signal);
          await show(context, logs, Number.POSITIVE_INFINITY, logs.length > 1);
        }
      });
    });
}

async function chooseLogs(context: CliContext, part: string | undefined): Promise<readonly LogFile[]> {
  const folder = context.home.logsDirectory;
  const all = await findLogs(folder);
  if (all.length === 0)
    throw new CommandFailure(`there are no logs in ${folder}: start the factory with npm start`);
  const chosen = all.filter(({ name }) => (part === undefined ? !name.includes('/') : name === part));
  if (chosen.length > 0) return chosen;
  throw new CommandFailure(
    `there is no log of "${part}"; there are: ${all.map(({ name }) => name).join(', ')}`,
  );
}

/** Writes what is new in each log since the last time, with the part's name in front of each line where there are several. */
async function show(
  context: CliContext,
  logs: readonly LogFile[],
  linesMax: number,
  isNamed: boolean,
): Promise<void> {
  for (const log of logs) {
    const lines = await readNewLines(log);
    const shown = Number.isFinite(linesMax) ? lines.slice(-linesMax) : lines;
    for (const line of shown) context.stdout.write(isNamed ? `${log.name}: ${line}\n` : `${line}\n`);
  }
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new InvalidArgumentError('This must be a number of lines, 1 to 999999.');
  return Number(text);
}
