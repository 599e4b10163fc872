import { InvalidArgumentError } from 'commander';
import { toEmailAddress } from '../schema/model/email-address.ts';

/** Parses the e-mail address of an option. @throws {InvalidArgumentError} which is a usage error, exit code 2. */
export function parseEmail(text: string): string {
  const address = toEmailAddress(text);
  if (address !== undefined) return address;
  throw new InvalidArgumentError('This is not an e-mail address; give one such as ada@harbourvale.example.');
}
