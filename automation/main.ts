/**
 * The automation service: one process that carries out operations on accounts. Forked by the development supervisor,
 * whom it tells how its start goes; without a parent it logs the same.
 */
import { mkdir } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { describeReason } from '../system/file-trouble.ts';
import { createLogger, describeError } from '../system/logger.ts';
import { surviveLostOutput } from '../system/lost-output.ts';
import type { ServiceMessage } from '../system/part-messages.ts';
import { readServiceConfig } from './boot/config.ts';
import { createStepReporter } from './boot/step-reporter.ts';
import { createStopSequence } from './boot/stop-sequence.ts';

surviveLostOutput();
const logger = createLogger();
const stops = createStopSequence(logger);

function send(message: ServiceMessage): void {
  if (process.connected) process.send?.(message);
  else logger.info(message.type, { ...message });
}

let stopping = false;

function stop(why: string, exitCode: number): void {
  if (stopping) return;
  stopping = true;
  logger.info('the service ends', { why });
  stops.run().then(
    () => process.exit(exitCode),
    () => process.exit(1),
  );
}

process.on('SIGTERM', () => stop('SIGTERM', 0));
process.on('SIGINT', () => stop('SIGINT', 0));
process.on('disconnect', () => stop('the parent process is gone', 0));
process.on('uncaughtException', (error) => {
  logger.error('an error was not caught', { error: describeError(error) });
  stop('a bug', 1);
});

try {
  const config = readServiceConfig();
  enableCompileCache(config.home.compileCacheDirectory);
  // Sockets in the home are reached by short relative paths from here, however long its own path is.
  await mkdir(config.home.root, { recursive: true });
  process.chdir(config.home.root);
  const { startService } = await import('./boot/start-service.ts');
  const report = createStepReporter(send, () => performance.now());
  const ready = await startService({ config, logger, report, stops });
  send({ ...ready, ms: Math.round(performance.now()) });
} catch (error) {
  if (!stopping) {
    logger.error('the service cannot start', { error: describeError(error) });
    send({ type: 'failed', reason: describeReason(error) });
    stop('the start failed', 1);
  }
}
