import { type Expression, type SqlBool, sql } from 'kysely';
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
import { accountBuilder } from '../database/account-builder.ts';

/**
 * Adds a person at their first sign-in: the firm's first administrator while there are no users, or a person who was
 * invited by the e-mail address that their issuer has verified. Costs two round trips, once for each person.
 *
 * @param lets SQL condition: the account's standing accepts the person's request.
 * @returns Whether the person was added.
 */
export async function addExpectedPerson(
  person: Person,
  lets: Expression<SqlBool>,
  context: ApiContext<AccountBindings>,
): Promise<boolean | Refusal> {
  if (person.verifiedEmail === undefined) return false;
  const isFirst = await isFirstAdministrator(person);
  const found = await context.database.batch([
    sql<{ isFirst: number }>`select ${isFirst} and not exists (select 1 from users) as isFirst`.compile(
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
  const [[first], [invited]] = found;
  if (invited !== undefined) return await acceptInvitation(invited, person, lets, context);
  if (first?.isFirst !== 1) return false;
  const condition = sql<boolean>`${lets} and ${isFirst} and not exists (select 1 from users)`;
  return await createFirstAdministrator(person, person.verifiedEmail, condition, context);
}

/** SQL condition: the person is the first administrator according to the standing, which holds a digest of them. */
async function isFirstAdministrator({ issuer, subject }: Person): Promise<Expression<SqlBool>> {
  const digest = await sha256Hex(`${issuer}|${subject}`);
  return sql<SqlBool>`exists (select 1 from standing where body ->> '$.firstAdministrator' = ${digest})`;
}

async function createFirstAdministrator(
  person: Person,
  email: string,
  condition: Expression<SqlBool>,
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
    condition,
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
  lets: Expression<SqlBool>,
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
    sql<boolean>`${lets} and exists (select 1 from users where id = ${id} and version = ${version})`,
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

/** The name from the token, cut to the length that the table allows. */
function toName(name: string): string {
  return name
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 120)
    .toWellFormed();
}
