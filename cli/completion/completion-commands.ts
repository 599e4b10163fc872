import { Argument, Command, Option } from 'commander';
import type { CliContext } from '../context.ts';
import { examples } from '../examples.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { type ShellName, shellNames, shellScripts } from './shell-scripts.ts';

/** `freehold completion`: the script by which a shell completes commands, options and their choices. */
export function completionCommand({ stdout }: CliContext): Command {
  return new Command('completion')
    .description('print a script by which a shell completes commands and options')
    .addArgument(new Argument('<shell>', 'which shell').choices(shellNames))
    .addHelpText(
      'after',
      examples(
        'source <(freehold completion bash)',
        'source <(freehold completion zsh)',
        'freehold completion fish | source',
      ),
    )
    .action((shell: ShellName) => {
      stdout.write(shellScripts[shell]);
    });
}

/** `freehold complete`, which the script calls: the candidates for the last of the words. It is in no help. */
export function completeCommand({ stdout }: CliContext, program: Command): Command {
  return new Command('complete')
    .argument('[words...]', 'words after the name of the program')
    .addOption(new Option('--shell <shell>').choices(shellNames).makeOptionMandatory())
    .action((words: readonly string[], { shell }: { shell: ShellName }) => {
      for (const candidate of findCandidates(program, words)) stdout.write(`${toLine(shell, candidate)}\n`);
    });
}

/** Each shell separates a word from its description in its own way; bash has no descriptions. */
function toLine(shell: ShellName, { word, describes }: Candidate): string {
  const text = describes.replaceAll(/\s+/g, ' ');
  switch (shell) {
    case 'bash':
      return word;
    case 'zsh':
      return `${word.replaceAll(':', '\\:')}:${text}`;
    case 'fish':
      return `${word}\t${text}`;
  }
}
