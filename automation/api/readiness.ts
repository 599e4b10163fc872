/** What a service needs before it takes operations. */
const parts = ['restate', 'handlers', 'platform'] as const;
export type ReadinessPart = (typeof parts)[number];

/** How far the service is with its start, and whether it can still work. */
export interface Readiness {
  /** Notes that a part is there; `isHealthy`, when given, is asked from then on whenever somebody wants to know. */
  add(part: ReadinessPart, isHealthy?: () => Promise<boolean>): void;
  /** Parts that are not there, or not well; empty when the service is ready. */
  missing(): Promise<readonly ReadinessPart[]>;
}

/** Makes the readiness of a service that has just begun to start. */
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
