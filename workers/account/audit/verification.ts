import { type CompiledQuery, sql } from 'kysely';
import { noSealHash, sealEventsMax } from '../../../schema/account/audit-chain.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { parseCursor, toCursor } from '../../http/lists/cursor.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { authorizePermission } from '../identity/authorize.ts';
import type { Seal, SealedEvent } from './seal.ts';
import { checkTail, checkTrail, type TrailPosition } from './verify-trail.ts';

/** Events that one page checks: at least one full seal, and some tenths of a second of work. */
const EVENTS_MAX = 4 * sealEventsMax;

const PARAMETERS = ['cursor', 'noted'] as const;

/** The current end of the trail. */
interface TrailEnd {
  readonly number: number | null;
  readonly hash: string | null;
  readonly last_position: number | null;
  readonly sealed_at: string | null;
  readonly first_event: number | null;
  readonly last_event: number | null;
  /** Hash of the seal with the recorded number; null when there is none. */
  readonly noted_hash: string | null;
}

/**
 * `GET /v1/audit-events/verification`: recomputes the seals of the audit trail, one page per round trip, and reports
 * where the trail was altered. `noted` is a head that was recorded before; it is found again unless the end of the trail
 * was removed and rewritten.
 */
export async function getVerification(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'audit:read');
  if (isRefusal(access)) return access;
  const asked = parseQuery(context.url.searchParams);
  if (isRefusal(asked)) return asked;
  const identity = [context.bindings.ACCOUNT_ID, 'audit-events', 'verification'];
  const from = await toTrailPosition(asked.cursor, identity);
  if (isRefusal(from)) return from;
  const found = await runAllowed(context.database, access, [
    sealsAfter(from.number),
    eventsAfter(from.position),
    trailEnd(asked.noted?.number ?? null),
  ]);
  if (isRefusal(found)) return found;
  const [seals, events, [end]] = found.rows;
  if (end === undefined) throw new Error('an aggregate returned no row');
  const isAll = events.length < EVENTS_MAX;
  const check = await checkTrail(from, seals, events, isAll);
  // An event before the first position can only have been inserted without the triggers.
  const before = end.first_event !== null && end.first_event < 1 ? end.first_event : undefined;
  const early =
    before === undefined
      ? undefined
      : { reason: 'events_altered' as const, seal: null, position: before, lastPosition: 0 };
  const isEnd = isAll && check.intactTo.number === (end.number ?? 0);
  const broken = early ?? check.broken ?? (isEnd ? checkTail(check.intactTo, events) : undefined);
  const { hash, number, position } = check.intactTo;
  const nextCursor =
    broken !== undefined || isEnd
      ? null
      : await toCursor({ value: `${number}:${position}`, id: hash }, identity);
  return Response.json({
    status: broken === undefined ? 'intact' : 'broken',
    broken: broken ?? null,
    verified: { seals: number, events: position },
    head: toHead(end),
    unsealedEvents: Math.max(0, (end.last_event ?? 0) - (end.last_position ?? 0)),
    noted: asked.noted === undefined ? null : { isFound: end.noted_hash === asked.noted.hash },
    nextCursor,
  });
}

/** The head that a firm records elsewhere: it covers every event up to its position. */
export function toHead(seal: Pick<TrailEnd, 'number' | 'hash' | 'last_position' | 'sealed_at'>) {
  if (seal.number === null) return null;
  const { number, hash, last_position: position, sealed_at: sealedAt } = seal;
  return { note: `${number}:${hash}`, position, sealedAt };
}

function sealsAfter(number: number): CompiledQuery<Seal> {
  return sql<Seal>`select * from audit_seals where number > ${number} order by number limit ${EVENTS_MAX}`.compile(
    accountBuilder,
  );
}

function eventsAfter(position: number): CompiledQuery<SealedEvent> {
  return sql<SealedEvent>`select rowid as position, id, body from audit_events where rowid > ${position}
    order by rowid limit ${EVENTS_MAX}`.compile(accountBuilder);
}

/** Query for the end of the trail. */
export function trailEnd(notedNumber: number | null): CompiledQuery<TrailEnd> {
  return sql<TrailEnd>`select last.number, last.hash, last.last_position, last.sealed_at,
      (select min(rowid) from audit_events) as first_event, (select max(rowid) from audit_events) as last_event,
      (select hash from audit_seals where number = ${notedNumber}) as noted_hash
    from (select 1) left join (select * from audit_seals order by number desc limit 1) as last on true`.compile(
    accountBuilder,
  );
}

interface VerificationQuery {
  readonly cursor: string | undefined;
  readonly noted: { readonly number: number; readonly hash: string } | undefined;
}

function parseQuery(parameters: URLSearchParams): VerificationQuery | Refusal {
  const errors: FieldError[] = [];
  const fault = (name: string, detail: string) => errors.push({ pointer: `#/query/${name}`, detail });
  for (const name of new Set(parameters.keys())) {
    if (!(PARAMETERS as readonly string[]).includes(name)) fault(name, 'is not a parameter of this route');
    else if (parameters.getAll(name).length > 1) fault(name, 'is given twice');
  }
  const text = parameters.get('noted');
  const parts = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text ?? '');
  if (text !== null && parts === null) fault('noted', 'is not the `note` of a head: a number and a sha-256');
  if (errors.length > 0) {
    return refuse({
      kind: 'invalid_query',
      errors,
      allowed: { filters: {}, sorts: [], parameters: PARAMETERS },
    });
  }
  const noted = parts === null ? undefined : { number: Number(parts[1]), hash: String(parts[2]) };
  return { cursor: parameters.get('cursor') ?? undefined, noted };
}

async function toTrailPosition(
  cursor: string | undefined,
  identity: unknown,
): Promise<TrailPosition | Refusal> {
  if (cursor === undefined) return { number: 0, hash: noSealHash, position: 0 };
  const parsed = await parseCursor(cursor, identity);
  if (isRefusal(parsed)) return parsed;
  const [number, position] = String(parsed.value).split(':').map(Number);
  return { number: number ?? 0, position: position ?? 0, hash: parsed.id };
}
