import { sql } from 'kysely';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { contentDigest, digestSaltOf, newDigestSalt } from '../../http/collection/digest.ts';
import { type Fields, readRow, type StoredRow } from '../../http/collection/rows.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import type { Person } from '../../http/identity/access-token.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from './standing.ts';

/**
 * Lets in a person at their first sign-in: the firm's first administrator while there is no user at all, and whoever
 * was invited by the e-mail address that their issuer has verified. It costs two round trips, once in a person's life.
 *
 * @returns Whether they are in now.
 */
export async function admit(
  person: Person,
  context: ApiContext<AccountBindings>,
): Promise<boolean | Refusal> {
  if (person.verifiedEmail === undefined) return false;
  const found = await context.database.batch([
    sql<{ users: number }>`select count(*) as users from (select 1 from users limit 1)`.compile(
      accountBuilder,
    ),
    accountBuilder
      .selectFrom('users')
      .select(['id', 'body'])
      .where('email', '=', person.verifiedEmail)
      .where('status', '=', 'invited')
      .where('subject', 'is', null)
      .compile(),
  ]);
  if (isRefusal(found)) return found;
  const [[counted], [invited]] = found;
  if (invited !== undefined) return await acceptInvitation(invited, person, context);
  if (counted?.users === 0 && (await isFirstAdministrator(person, context.bindings))) {
    return await createFirstAdministrator(person, person.verifiedEmail, context);
  }
  return false;
}

/** The account knows its first administrator by a digest alone: a Worker's variables are no place for a person's name. */
async function isFirstAdministrator(person: Person, bindings: AccountBindings): Promise<boolean> {
  return (await sha256Hex(`${person.issuer}|${person.subject}`)) === bindings.FIRST_ADMINISTRATOR;
}

async function createFirstAdministrator(
  person: Person,
  email: string,
  context: ApiContext<AccountBindings>,
): Promise<boolean | Refusal> {
  const id = newId('usr', context.nowMs);
  const now = new Date(context.nowMs).toISOString();
  const fields: Fields = {
    email,
    ...(person.name === undefined ? {} : { name: toName(person.name) }),
    status: 'active',
    groupIds: [seedGroupIds.administrators],
    locale: 'en-GB',
    subject: person.subject,
    lastSeenAt: now,
    digestSalt: newDigestSalt(),
  };
  const accountId = context.bindings.ACCOUNT_ID;
  const body = {
    accountId,
    createdAt: now,
    createdBy: id,
    updatedAt: now,
    updatedBy: id,
    version: 1,
    ...fields,
  };
  const audit = auditEntry(
    { ...eventOf(context, id), action: 'create', after: await contentDigest(fields) },
    sql`${id}`,
    sql<boolean>`not exists (select 1 from users)`,
    accountId,
    context.nowMs,
  );
  const done = await context.database.batch([
    audit.insert,
    sql`insert into users (id, body) select ${id}, ${JSON.stringify(body)} where ${audit.written}`.compile(
      accountBuilder,
    ),
  ]);
  return isRefusal(done) ? done : true;
}

async function acceptInvitation(
  invited: StoredRow,
  person: Person,
  context: ApiContext<AccountBindings>,
): Promise<boolean | Refusal> {
  const { id, version, fields } = readRow(invited);
  const now = new Date(context.nowMs).toISOString();
  const after = {
    ...fields,
    ...{ status: 'active', subject: person.subject, lastSeenAt: now },
    digestSalt: digestSaltOf(fields),
  };
  const body = { ...after, updatedAt: now, updatedBy: id, version: version + 1 };
  const audit = auditEntry(
    {
      ...eventOf(context, id),
      action: 'sign-in',
      before: await contentDigest(fields),
      after: await contentDigest(after),
    },
    sql`${id}`,
    sql<boolean>`exists (select 1 from users where id = ${id} and version = ${version})`,
    context.bindings.ACCOUNT_ID,
    context.nowMs,
  );
  const done = await context.database.batch([
    audit.insert,
    sql`update users set body = ${JSON.stringify(body)} where id = ${id} and ${audit.written}`.compile(
      accountBuilder,
    ),
  ]);
  return isRefusal(done) ? done : true;
}

function eventOf(context: ApiContext<AccountBindings>, rowId: string) {
  return { collection: 'users', rowId, requestId: toRequestId(context.traceparent) };
}

/** An issuer's idea of a name, cut to what the table takes. */
function toName(name: string): string {
  return name
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 120)
    .toWellFormed();
}
