/** The place of one open event stream. */
export interface StreamPlace {
  /** Keeps the place. A stream that stops calling this has lost its client. */
  renew(nowMs: number): void;
  /** Gives the place back. */
  close(): void;
}

/** Open event streams of one isolate, counted per person. */
export interface OpenStreams {
  /** Takes a place. Undefined when the person has all of them. */
  open(person: string, nowMs: number): StreamPlace | undefined;
}

/**
 * Counts event streams in the memory of an isolate: a count in D1 would cost more than the streams. A person whose
 * requests reach several isolates may have as many in each; the rate limit bounds how quickly they can be opened.
 *
 * @param streamsMax Open streams of one person.
 * @param leaseMs How long a place is kept that is not renewed. workerd stops a stream whose client has gone without
 *   calling `cancel`.
 */
export function createOpenStreams(streamsMax: number, leaseMs: number): OpenStreams {
  const placesOf = new Map<string, Set<{ renewedAtMs: number }>>();
  const prune = (nowMs: number): void => {
    for (const [person, places] of placesOf) {
      for (const place of places) if (place.renewedAtMs + leaseMs <= nowMs) places.delete(place);
      if (places.size === 0) placesOf.delete(person);
    }
  };
  return {
    open(person, nowMs) {
      prune(nowMs);
      const places = placesOf.get(person) ?? new Set();
      if (places.size >= streamsMax) return undefined;
      placesOf.set(person, places);
      const place = { renewedAtMs: nowMs };
      places.add(place);
      return {
        renew(renewedAtMs) {
          place.renewedAtMs = renewedAtMs;
        },
        close() {
          places.delete(place);
        },
      };
    },
  };
}
