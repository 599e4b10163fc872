import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFileAtomic } from '../write-file-atomic.ts';

/** A person who can sign in on this machine. */
export interface DevelopmentUser {
  /** Random at first use, and permanent. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Users on the sign-in page of a new cloud. */
const firstUsers = [
  { email: 'operator@freehold.example', name: 'Olive Operator', roles: ['operator'] },
  { email: 'ada@harbourvale.example', name: 'Ada Harbour', roles: [] },
  { email: 'ben@harbourvale.example', name: 'Ben Vale', roles: [] },
];

/** The development users, stored in one file. Unknown users are added on demand. */
export class Users {
  readonly #file: string;
  #users: DevelopmentUser[];

  constructor(directory: string) {
    this.#file = path.join(directory, 'users.json');
    if (existsSync(this.#file)) {
      this.#users = JSON.parse(readFileSync(this.#file, 'utf8')) as DevelopmentUser[];
      return;
    }
    this.#users = firstUsers.map((user) => ({ ...user, subject: randomUUID() }));
    this.#save();
  }

  list(): readonly DevelopmentUser[] {
    return this.#users;
  }

  findBySubject(subject: string): DevelopmentUser | undefined {
    return this.#users.find((user) => user.subject === subject);
  }

  /** The user with this e-mail address in any case; added if there is none. */
  ensure(email: string): DevelopmentUser {
    const folded = email.trim().toLowerCase();
    const known = this.#users.find((user) => user.email === folded);
    if (known !== undefined) return known;
    const user: DevelopmentUser = { subject: randomUUID(), email: folded, name: toName(folded), roles: [] };
    this.#users = [...this.#users, user];
    this.#save();
    return user;
  }

  #save(): void {
    writeFileAtomic(this.#file, JSON.stringify(this.#users, undefined, 2));
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
