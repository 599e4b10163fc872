/**
 * One warm process that runs the Pulumi program, for one engine at a time: forked by the program pool, which learns its
 * port over IPC. A crash or a leak in a program ends here and affects neither the service nor another stack.
 *
 * Argument: the folder of the releases. The program of the current one is loaded before the first run asks for it.
 */
import { createRequire } from 'node:module';
import * as grpc from '@grpc/grpc-js';
import languageGrpc from '@pulumi/pulumi/proto/language_grpc_pb.js';
import { importProgram, runRelease } from '../../infra/release/run-release.ts';
import { bindToLoopback } from '../../system/loopback-grpc.ts';
import { openReleaseStore } from '../releases/release-store.ts';

/** What the Automation API serves inline programs with; the package ships it without types. */
interface LanguageServerModule {
  readonly LanguageServer: new (
    program: () => Promise<Record<string, unknown>>,
  ) => grpc.UntypedServiceImplementation;
}

const require = createRequire(import.meta.url);
const { LanguageServer } = require('@pulumi/pulumi/automation/server.js') as LanguageServerModule;

const server = new grpc.Server();
server.addService(languageGrpc.LanguageRuntimeService, new LanguageServer(runRelease));
const port = await bindToLoopback(server);

// The service owns this process and is the only one with programs to run.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {
  // Ctrl-C in a terminal reaches the whole group; the service decides when hosts end.
});
process.send?.({ type: 'listening', port });

// A run loads the program itself if this fails, and says why.
await preload(process.argv[2] ?? '').catch(() => {});

async function preload(folder: string): Promise<void> {
  const store = openReleaseStore(folder);
  const current = await store.current();
  if (current === undefined) return;
  const opening = await store.open(current);
  if (opening.kind === 'opened') await importProgram(opening.release);
}
