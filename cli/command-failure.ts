/** A command that could not do what was asked: exit code 1, the message on stderr. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** A command that was asked in a way it does not understand: exit code 2, the message on stderr. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure';
}
