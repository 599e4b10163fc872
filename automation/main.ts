/**
 * The automation service: the process that carries out operations on accounts. The development supervisor forks it and
 * receives the progress of its start; without a parent, the process logs it.
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
  logger.info('the service is stopping', { why });
  stops.run().then(
    () => process.exit(exitCode),
    () => process.exit(1),
  );
}

process.on('SIGTERM', () => stop('SIGTERM', 0));
process.on('SIGINT', () => stop('SIGINT', 0));
process.on('disconnect', () => stop('the parent process has ended', 0));
process.on('uncaughtException', (error) => {
  logger.error('uncaught error', { error: describeError(error) });
  stop('a bug', 1);
});

try {
  const config = readServiceConfig();
  enableCompileCache(config.home.compileCacheDirectory);
  // The process reaches sockets in the home by short relative paths from here, however long the home's own path is.
  await mkdir(config.home.root, { recursive: true });
  process.chdir(config.home.root);
  const { startService } = await import('./boot/start-service.ts');
  const report = createStepReporter(send, () => performance.now());
  const ready = await startService({
    ...{ config, logger, report, stops },
    onLost: (reason) => {
      logger.error('a part of the service has ended', { reason });
      stop('a part of the service has ended', 1);
    },
  });
  send({ ...ready, ms: Math.round(performance.now()) });
} catch (error) {
  if (!stopping) {
    logger.error('the service cannot start', { error: describeError(error) });
    send({ type: 'failed', reason: describeReason(error) });
    stop('the start failed', 1);
  }
}
