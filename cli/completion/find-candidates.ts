import type { Command, Option } from 'commander';

/** A word that a shell offers, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly describes: string;
}

/**
 * The words that may stand where the person is typing.
 *
 * @param words Words after the name of the program; the last one is incomplete and may be empty.
 * @returns None where a value is wanted that the program does not know, such as a name.
 */
export function findCandidates(program: Command, words: readonly string[]): readonly Candidate[] {
  const current = words.at(-1) ?? '';
  return candidatesAfter(program, words.slice(0, -1), current).filter(({ word }) => word.startsWith(current));
}

function candidatesAfter(program: Command, before: readonly string[], current: string): readonly Candidate[] {
  let command = program;
  let pending: Option | undefined;
  let position = 0;
  for (const word of before) {
    if (pending !== undefined) {
      pending = undefined;
    } else if (word.startsWith('-')) {
      const option = command.options.find(({ short, long }) => word === short || word === long);
      if (option?.required) pending = option;
    } else {
      const child = command.commands.find((one) => one.name() === word);
      if (child === undefined) position += 1;
      else command = child;
    }
  }
  if (pending !== undefined) return (pending.argChoices ?? []).map((word) => ({ word, describes: '' }));
  const help = command.createHelp();
  if (current.startsWith('-')) {
    return help
      .visibleOptions(command)
      .map(({ long, short, description }) => ({ word: long ?? short ?? '', describes: description }));
  }
  const choices = command.registeredArguments[position]?.argChoices ?? [];
  return [
    ...choices.map((word) => ({ word, describes: '' })),
    ...help
      .visibleCommands(command)
      .map((child) => ({ word: child.name(), describes: child.summary() || child.description() })),
  ];
}
