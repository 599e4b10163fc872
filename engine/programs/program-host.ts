/**
 * One warm process that runs the Pulumi program, for one engine at a time: forked by the program pool, which hears its
 * port over IPC. A crash or a leak in a program ends here and reaches neither the service nor another stack.
 */
import { createRequire } from 'node:module';
import * as grpc from '@grpc/grpc-js';
import languageGrpc from '@pulumi/pulumi/proto/language_grpc_pb.js';
import { factoryProgram } from '../../infra/program.ts';
import { bindToLoopback } from '../../system/loopback-grpc.ts';

/** What the Automation API serves inline programs with; the package ships it without types. */
interface LanguageServerModule {
  readonly LanguageServer: new (
    program: () => Promise<Record<string, unknown>>,
  ) => grpc.UntypedServiceImplementation;
}

const require = createRequire(import.meta.url);
const { LanguageServer } = require('@pulumi/pulumi/automation/server.js') as LanguageServerModule;

const server = new grpc.Server();
server.addService(languageGrpc.LanguageRuntimeService, new LanguageServer(factoryProgram));
const port = await bindToLoopback(server);

// The service owns this process: without it there is nobody to run a program for.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {
  // Ctrl-C in a terminal reaches the whole group; the service decides when hosts end.
});
process.send?.({ type: 'listening', port });
