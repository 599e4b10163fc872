/** The Restate that keeps and carries out what must survive a crash. */
export interface Restate {
  /** Where invocations are sent to. */
  readonly ingressUrl: string;
  /** Its administration, with its web pages. */
  readonly adminUrl: string;
  /** Whether this start began it, found it left over by a service that died, or was given its URLs. */
  readonly origin: 'started' | 'still running' | 'given';
  /** Whether it answers at both URLs now. Never throws. */
  isHealthy(): Promise<boolean>;
  /** Ends one that belongs to this service and waits until it is gone; its data stay. Does nothing to any other. */
  stop(): Promise<void>;
}

/** Asks both URLs of a Restate how it is. Never throws: one that cannot be reached is not healthy. */
export async function isRestateHealthy(
  urls: Pick<Restate, 'ingressUrl' | 'adminUrl'>,
  timeoutMs: number,
): Promise<boolean> {
  try {
    const answers = await Promise.all(
      [`${urls.adminUrl}/health`, `${urls.ingressUrl}/restate/health`].map(async (url) => {
        const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
        await response.body?.cancel();
        return response.ok;
      }),
    );
    return answers.every(Boolean);
  } catch {
    return false;
  }
}
