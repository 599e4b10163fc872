import { Cron } from 'croner';
import { cronOptions } from './cron-options.ts';
import type { Pool } from './pool.ts';
import type { Registry } from './registry.ts';

const minuteLengthMs = 60_000;

/** Fires the cron triggers of all scripts at the start of each matching minute. */
export class CronTriggers {
  readonly #registry: Registry;
  readonly #pool: Pool;
  readonly #report: (error: unknown) => void;
  readonly #running = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #lastMinuteMs = 0;

  constructor(registry: Registry, pool: Pool, report: (error: unknown) => void) {
    this.#registry = registry;
    this.#pool = pool;
    this.#report = report;
  }

  /** Starts firing, from the next minute on. */
  start(now: () => number): void {
    this.#timer = setTimeout(
      () => {
        // The timer may fire slightly early and then again at the minute, so the nearest minute is used.
        const minuteMs = Math.round(now() / minuteLengthMs) * minuteLengthMs;
        const isNew = minuteMs > this.#lastMinuteMs;
        this.#lastMinuteMs = minuteMs;
        this.start(now);
        if (isNew) void this.fire(minuteMs);
      },
      minuteLengthMs - (now() % minuteLengthMs),
    );
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Runs every trigger that is due in the given minute and waits for it. A trigger is skipped while its last run is
   * active. Failures are reported, not thrown.
   */
  async fire(minuteStartMs: number): Promise<void> {
    const due = this.#registry.scripts
      .list()
      .flatMap((script) => script.schedules.map(({ cron }) => ({ script: script.name, cron })))
      .filter(({ cron }) => new Cron(cron, cronOptions).match(new Date(minuteStartMs)));
    await Promise.all(due.map(({ script, cron }) => this.#run(script, cron, minuteStartMs)));
  }

  async #run(script: string, cron: string, scheduledTime: number): Promise<void> {
    const id = `${script} ${cron}`;
    if (this.#running.has(id)) return;
    this.#running.add(id);
    try {
      const target = `script:${script}` as const;
      const result = await this.#pool.use(target, (instance) =>
        instance.sendJson({ operation: 'scheduled', target }, { cron, scheduledTime }),
      );
      const { outcome } = result as { outcome: string };
      if (outcome !== 'ok')
        this.#report(new Error(`cron trigger ${cron} of ${script} ended with ${outcome}`));
    } catch (error) {
      this.#report(error);
    } finally {
      this.#running.delete(id);
    }
  }
}
