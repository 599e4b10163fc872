import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

// Compiling takes half of a plugin's start, and the engine starts one for every update.
enableCompileCache();

const { values } = parseArgs({
  // The engine appends its own address to the launcher's arguments. The plugin does not call the engine.
  allowPositionals: true,
  strict: false,
  options: { package: { type: 'string' } },
});

const [{ readEnvironment }, { isPackageName }, { serveProviders }] = await Promise.all([
  import('./env.ts'),
  import('./engine/packages.ts'),
  import('./engine/serve.ts'),
]);

const packageName = typeof values.package === 'string' ? values.package : undefined;
if (!isPackageName(packageName)) {
  process.stderr.write('usage: main.ts --package cloudflare|freehold [engine address]\n');
  process.exit(2);
}

const environment = readEnvironment();
const providers = await serveProviders({
  cloudflare: environment,
  platform: { url: environment.platformUrl, secret: environment.platformSecret },
  packages: [packageName],
  onCancel: () => stop(),
});

// The engine reads the first line of stdout as the port.
process.stdout.write(`${providers.ports[packageName]}\n`);

let isStopping = false;

/** Ends the process after the running requests. */
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  setImmediate(() => {
    providers.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

process.on('SIGTERM', stop);
process.on('SIGINT', () => {
  // Ctrl-C in a terminal reaches the plugins too, but the engine decides when they end.
});

// When the engine is killed, its plugins keep running and get another parent.
const engineProcess = process.ppid;
const parentCheckMs = 500;
setInterval(() => {
  if (process.ppid !== engineProcess) process.exit(0);
}, parentCheckMs).unref();
