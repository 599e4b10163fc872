/**
 * A stage is one step for Restate and may take as long as a slow update; the default would abort it after 10 minutes.
 */
const stageTimeout = { minutes: 30 };

/** How Restate treats a handler whose steps run `pulumi`. */
export const longRunning = {
  inactivityTimeout: stageTimeout,
  abortTimeout: stageTimeout,
  idempotencyRetention: { days: 7 },
  journalRetention: { days: 7 },
  // Applies only while the service is unavailable, because steps return failures as values. Restate retries until it is
  // back.
  retryPolicy: {
    initialInterval: { milliseconds: 100 },
    exponentiationFactor: 2,
    maxInterval: { seconds: 2 },
    maxAttempts: 1_000_000,
    onMaxAttempts: 'pause',
  },
} as const;
