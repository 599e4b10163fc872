import { sealEventsMax } from '../../../schema/account/audit-chain.ts';
import { type Seal, type SealedEvent, sealHash } from './seal.ts';

/** Up to where the trail was found intact: a seal, by its number, its hash and the last event under it. */
export interface TrailPosition {
  readonly number: number;
  readonly hash: string;
  readonly position: number;
}

/** Where the trail is not as it was written. */
export interface TrailBreak {
  /**
   * `event_missing`: no event at `position`. `events_altered`: events of the seal were edited, exchanged, added or moved.
   * `seal_altered`: the seal does not continue the one before, or there was one in between.
   */
  readonly reason: 'event_missing' | 'events_altered' | 'seal_altered';
  /** Number of the seal; null among the events without one. */
  readonly seal: number | null;
  /** First event that may be concerned. */
  readonly position: number;
  /** Last event that may be concerned. */
  readonly lastPosition: number;
}

/** What a stretch of the trail shows. */
export interface TrailCheck {
  /** The last seal that is intact. */
  readonly intactTo: TrailPosition;
  readonly broken: TrailBreak | undefined;
}

/**
 * Checks seals and the events under them, from an intact position on.
 *
 * @param seals Seals behind `from`, in order.
 * @param events Events behind `from`, in order: all that there are, or as many as the longest seal has at least.
 * @param isAll Whether `events` go to the end of the trail.
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

/** Checks that the events behind the last seal have no gap. More cannot be said of them. */
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

/** The first position from `first` to `last` that has no event. */
function findGap(events: readonly SealedEvent[], first: number, last: number): number | undefined {
  let expected = first;
  for (const { position } of events) {
    if (position !== expected) return expected;
    expected += 1;
  }
  return expected <= last ? expected : undefined;
}
