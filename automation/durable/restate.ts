import type { RestateEndpoint } from './restate-endpoint.ts';

/** The Restate that keeps and carries out what must survive a crash. */
export interface Restate {
  /** Where invocations are sent to. */
  readonly ingress: RestateEndpoint;
  /** Its administration. */
  readonly admin: RestateEndpoint;
  /** The keys that it signs its calls of handlers with. None: the handlers take calls from anyone who reaches them. */
  readonly identityKeys: readonly string[];
  /** Whether this start began it, found it left over by a service that died, or was given its URLs. */
  readonly origin: 'started' | 'still running' | 'given';
  /** Whether both APIs answer now. Never throws. */
  isHealthy(): Promise<boolean>;
  /** Ends one that belongs to this service and waits until it is gone; its data stay. Does nothing to any other. */
  stop(): Promise<void>;
}

/** Asks both APIs of a Restate how it is. Never throws: one that cannot be reached is not healthy. */
export async function isRestateHealthy(
  { ingress, admin }: Pick<Restate, 'ingress' | 'admin'>,
  timeoutMs: number,
): Promise<boolean> {
  try {
    const answers = await Promise.all(
      [
        { endpoint: admin, path: '/health' },
        { endpoint: ingress, path: '/restate/health' },
      ].map(async ({ endpoint, path }) => {
        const response = await endpoint.fetch(`${endpoint.url}${path}`, {
          signal: AbortSignal.timeout(timeoutMs),
        });
        await response.body?.cancel();
        return response.ok;
      }),
    );
    return answers.every(Boolean);
  } catch {
    return false;
  }
}
