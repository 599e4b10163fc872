/** The parts that a service needs before it accepts operations. */
const parts = ['restate', 'handlers', 'platform'] as const;
export type ReadinessPart = (typeof parts)[number];

/** Progress of the service's start, and the health of its parts. */
export interface Readiness {
  /** Records that a part has started. `isHealthy`, if given, is then called for each readiness check. */
  add(part: ReadinessPart, isHealthy?: () => Promise<boolean>): void;
  /** Parts that have not started or are unhealthy; empty when the service is ready. */
  missing(): Promise<readonly ReadinessPart[]>;
}

/** Creates the readiness of a starting service. */
export function createReadiness(): Readiness {
  const checks = new Map<ReadinessPart, () => Promise<boolean>>();
  return {
    add(part, isHealthy = async () => true) {
      checks.set(part, isHealthy);
    },
    async missing() {
      const healthy = await Promise.all(parts.map((part) => checks.get(part)?.() ?? false));
      return parts.filter((_, index) => !healthy[index]);
    },
  };
}
