/**
 * One warm process that runs the Pulumi program for one engine at a time. The program pool forks it and receives its
 * port over IPC. A crash or a leak in a program stays in this process: the service and the other stacks continue.
 *
 * Argument: the folder of the releases. The program of the current release is loaded before the first run needs it.
 */
import { createRequire } from 'node:module';
import * as grpc from '@grpc/grpc-js';
import languageGrpc from '@pulumi/pulumi/proto/language_grpc_pb.js';
import { importProgram, runRelease } from '../../infra/release/run-release.ts';
import { bindToLoopback } from '../../system/loopback-grpc.ts';
import { openReleaseStore } from '../releases/release-store.ts';

/** The part of the Automation API that serves inline programs; the package has no types for it. */
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

// This process runs programs for the service only, and ends with it.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {
  // Ctrl-C in a terminal reaches the whole process group; the service decides when its hosts end.
});
process.send?.({ type: 'listening', port });

// If this fails, the run loads the program itself and reports the reason.
await preload(process.argv[2] ?? '').catch(() => {});

async function preload(folder: string): Promise<void> {
  const store = openReleaseStore(folder);
  const current = await store.current();
  if (current === undefined) return;
  const opening = await store.open(current);
  if (opening.kind === 'opened') await importProgram(opening.release);
}
