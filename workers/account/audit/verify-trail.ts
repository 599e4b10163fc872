import { sealEventsMax } from '../../../schema/account/audit-chain.ts';
import { type Seal, type SealedEvent, sealHash } from './seal.ts';

/** The position up to which the trail is intact: a seal's number, its hash and its last event. */
export interface TrailPosition {
  readonly number: number;
  readonly hash: string;
  readonly position: number;
}

/** A place where the trail was altered. */
export interface TrailBreak {
  /**
   * `event_missing`: no event at `position`. `events_altered`: events of the seal were edited, swapped, added or moved.
   * `seal_altered`: the seal does not follow the previous one, or a seal between them was removed.
   */
  readonly reason: 'event_missing' | 'events_altered' | 'seal_altered';
  /** Number of the seal; null for unsealed events. */
  readonly seal: number | null;
  /** First event that may be affected. */
  readonly position: number;
  /** Last event that may be affected. */
  readonly lastPosition: number;
}

/** The result of checking part of the trail. */
export interface TrailCheck {
  /** The last intact seal. */
  readonly intactTo: TrailPosition;
  readonly broken: TrailBreak | undefined;
}

/**
 * Checks seals and their events, from an intact position on.
 *
 * @param seals Seals after `from`, in order.
 * @param events Events after `from`, in order: all of them, or at least as many as the longest seal has.
 * @param isAll Whether `events` reach the end of the trail.
 */
export async function checkTrail(
  from: TrailPosition,
  seals: readonly Seal[],
  events: readonly SealedEvent[],
  isAll: boolean,
): Promise<TrailCheck> {
  let intactTo = from;
  const reachesTo = isAll ? Number.POSITIVE_INFINITY : (events.at(-1)?.position ?? 0);
  for (const seal of seals) {
    const wrong = (reason: TrailBreak['reason'], position: number, lastPosition: number): TrailCheck => ({
      intactTo,
      broken: { reason, seal: seal.number, position, lastPosition },
    });
    const first = intactTo.position + 1;
    const last = seal.last_position;
    if (!continues(intactTo, seal)) return wrong('seal_altered', first, Math.max(first, last));
    if (last > reachesTo) break;
    const covered = events.filter(({ position }) => position >= first && position <= last);
    const gap = findGap(covered, first, last);
    if (gap !== undefined) return wrong('event_missing', gap, gap);
    const hash = await sealHash(intactTo.hash, seal.number, seal.sealed_at, covered);
    if (hash !== seal.hash) return wrong('events_altered', first, last);
    intactTo = { number: seal.number, hash, position: last };
  }
  return { intactTo, broken: undefined };
}

/** Checks that the unsealed events have no gap. Nothing else can be checked without a seal. */
export function checkTail(from: TrailPosition, events: readonly SealedEvent[]): TrailBreak | undefined {
  const tail = events.filter(({ position }) => position > from.position);
  const gap = findGap(tail, from.position + 1, tail.at(-1)?.position ?? from.position);
  return gap === undefined
    ? undefined
    : { reason: 'event_missing', seal: null, position: gap, lastPosition: gap };
}

function continues(before: TrailPosition, seal: Seal): boolean {
  const events = seal.last_position - before.position;
  return (
    seal.number === before.number + 1 &&
    seal.previous_hash === before.hash &&
    seal.first_position === before.position + 1 &&
    events >= 1 &&
    events <= sealEventsMax
  );
}

/** The first position from `first` to `last` without an event. */
function findGap(events: readonly SealedEvent[], first: number, last: number): number | undefined {
  let expected = first;
  for (const { position } of events) {
    if (position !== expected) return expected;
    expected += 1;
  }
  return expected <= last ? expected : undefined;
}
