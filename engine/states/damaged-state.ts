import { basename } from 'node:path';

/** A file of a stack's state that holds no state: empty, cut off or not JSON. Trying again does not mend it. */
export class DamagedState extends Error {
  override readonly name = 'DamagedState';

  /** @param reason What is wrong with it, such as "it is empty". */
  constructor(stack: string, file: string, reason: string) {
    super(
      `the state of ${stack} is damaged (${reason}): ${file}. ` +
        `If its last copy, ${basename(file)}.bak, is whole, put that in its place. Else move the file away: ` +
        'the next up of the stack adopts everything that it had made',
    );
  }
}
