import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { readJsonFile } from '../../system/read-json-file.ts';
import { writeFileAtomically } from '../../system/write-file.ts';
import { signingKeyFileName } from './signing-key.ts';

const usersSchema = v.array(
  v.object({
    /** Random at first use, and permanent. */
    subject: v.string(),
    email: v.string(),
    name: v.string(),
    roles: v.array(v.string()),
  }),
);

/** A person who can sign in on this machine. */
export type DevelopmentUser = Readonly<v.InferOutput<typeof usersSchema>[number]>;

/** Users on the sign-in page of a new cloud. */
const firstUsers = [
  { email: 'operator@freehold.example', name: 'Olive Operator', roles: ['operator'] },
  { email: 'ada@harbourvale.example', name: 'Ada Harbour', roles: [] },
  { email: 'ben@harbourvale.example', name: 'Ben Vale', roles: [] },
];

/** The development users, stored in one file. Unknown users are added on demand. */
export class Users {
  readonly #file: string;
  #users: readonly DevelopmentUser[];
  #saved: Promise<void> = Promise.resolve();

  private constructor(file: string, users: readonly DevelopmentUser[]) {
    this.#file = file;
    this.#users = users;
  }

  /** @throws when the file is damaged, or lost after the first start: new subjects would make strangers of everybody who ever signed in. */
  static async open(directory: string): Promise<Users> {
    const file = path.join(directory, 'users.json');
    const stored = await readJsonFile(file, usersSchema);
    if (stored.kind === 'damaged') {
      throw new Error(
        `${file} is damaged (${stored.reason}): restore it, or delete ${directory} to begin with new users`,
      );
    }
    if (stored.kind === 'read') return new Users(file, stored.value);
    // The key is made after the users: it is not the first start, and everybody who signed in would become a stranger.
    if (existsSync(path.join(directory, signingKeyFileName))) {
      throw new Error(`${file} is missing: restore it, or delete ${directory} to begin with new users`);
    }
    const users = new Users(
      file,
      firstUsers.map((user) => ({ ...user, roles: [...user.roles], subject: randomUUID() })),
    );
    await users.#save();
    return users;
  }

  list(): readonly DevelopmentUser[] {
    return this.#users;
  }

  findBySubject(subject: string): DevelopmentUser | undefined {
    return this.#users.find((user) => user.subject === subject);
  }

  /** @param email As `toEmailAddress` returns it. The user with this address; added if there is none. */
  async ensure(email: string): Promise<DevelopmentUser> {
    const known = this.#users.find((user) => user.email === email);
    if (known !== undefined) return known;
    const user: DevelopmentUser = { subject: randomUUID(), email, name: toName(email), roles: [] };
    this.#users = [...this.#users, user];
    await this.#save();
    return user;
  }

  /** One write after the other, each with everybody who is there when its turn comes. */
  #save(): Promise<void> {
    const write = () => writeFileAtomically(this.#file, JSON.stringify(this.#users, undefined, 2), 0o600);
    this.#saved = this.#saved.then(write, write);
    return this.#saved;
  }
}

/** The claims of a user for tokens. */
export function toClaims(
  user: DevelopmentUser,
  roles: readonly string[] = user.roles,
): Record<string, unknown> {
  return { email: user.email, email_verified: true, name: user.name, roles };
}

/** `ada.harbour@…` becomes "Ada Harbour". */
function toName(email: string): string {
  const words = (email.split('@')[0] ?? email).split(/[._-]+/u).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
