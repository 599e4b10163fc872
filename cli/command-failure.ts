/**
 * A command that could not do what was asked: exit code 1, the message on stderr. An `ApiProblem` as its `cause` is printed
 * with `--json`.
 */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** A command that was asked in a way it does not understand: exit code 2, the message on stderr. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure';
}

/** A command that was ended by Ctrl-C: exit code 130, and the message says what has been done and what goes on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
