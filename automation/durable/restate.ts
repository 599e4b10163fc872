import type { RestateEndpoint } from './restate-endpoint.ts';

/** The Restate that stores and executes durable work. */
export interface Restate {
  /** Receives invocations. */
  readonly ingress: RestateEndpoint;
  /** Its admin API. */
  readonly admin: RestateEndpoint;
  /** The keys that sign its calls of handlers. Without keys, the handlers accept calls from any client. */
  readonly identityKeys: readonly string[];
  /** Whether this service started it, took it over from a service that died, or was given its URLs. */
  readonly origin: 'started' | 'still running' | 'given';
  /** Whether both APIs respond. Never throws. */
  isHealthy(): Promise<boolean>;
  /** Ends the server if it belongs to this service and waits for its end; its data is kept. Does nothing to others. */
  stop(): Promise<void>;
}

/** Checks the health of both APIs of a Restate. Never throws: an unreachable one is unhealthy. */
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
