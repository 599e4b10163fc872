// The process of the local cloud. Its parent forks it with IPC and gets a message when it is ready. It ends on SIGTERM,
// on SIGINT, and when the parent has gone.
import { describeReason } from '../system/file-trouble.ts';
import { surviveLostOutput } from '../system/lost-output.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { readConfig } from './config.ts';

surviveLostOutput();
const cloud = await start();

let isStopping = false;
const stop = async (): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  await cloud.stop();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('disconnect', () => void stop());

const { cloudflareApi, edge, issuer, issuerName, zone, zoneId, accountsZone, accountsZoneId } = cloud;
const ready = {
  type: 'ready',
  cloudflareApi,
  edge,
  issuer,
  issuerName,
  zone,
  zoneId,
  accountsZone,
  accountsZoneId,
};
if (process.send === undefined) process.stdout.write(`${JSON.stringify(ready)}\n`);
else process.send(ready);

// Miniflare takes 0.3 s to load. Loading it now means that the first use of a Worker does not wait for it.
await import('miniflare');

async function start(): Promise<Cloud> {
  try {
    return await startCloud(readConfig());
  } catch (error) {
    // The parent is told why, and the log has the rest.
    console.error(error);
    const told = Promise.withResolvers<unknown>();
    if (process.send === undefined) told.resolve(undefined);
    else process.send({ type: 'failed', reason: describeReason(error) }, undefined, undefined, told.resolve);
    await told.promise;
    process.exit(1);
  }
}
