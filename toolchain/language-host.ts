/**
 * `pulumi-language-nodejs` for machines without Pulumi's own: runs a JavaScript (or erasable TypeScript) program in a
 * folder for `pulumi up`, `preview`, `refresh` and `destroy`. Policy packs, code generation and `pulumi install` are
 * not supported; the engine reports that.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import languageGrpc from '@pulumi/pulumi/proto/language_grpc_pb.js';
import language from '@pulumi/pulumi/proto/language_pb.js';
import plugin from '@pulumi/pulumi/proto/plugin_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import { bindToLoopback } from '../system/loopback-grpc.ts';
import { waitForExit } from './run-child.ts';

/** Exit code of `@pulumi/pulumi/cmd/run` when it has reported the failure to the engine. */
const EXIT_FAILURE_REPORTED = 32;

const ORPHAN_POLL_MS = 500;

const programs = new Set<ChildProcess>();

/** Runs the program of one operation and responds when it has ended. */
function run(
  call: grpc.ServerUnaryCall<language.RunRequest, language.RunResponse>,
  callback: grpc.sendUnaryData<language.RunResponse>,
): void {
  const child = startProgram(call.request);
  programs.add(child);
  call.on('cancelled', () => child.kill('SIGTERM'));
  waitForExit(child)
    .then((code) => {
      const response = new language.RunResponse();
      if (code === EXIT_FAILURE_REPORTED) response.setBail(true);
      else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
      callback(null, response);
    })
    .catch((error: Error) => {
      callback({ code: grpc.status.INTERNAL, details: `the program could not be started: ${error.message}` });
    })
    .finally(() => programs.delete(child));
}

function startProgram(request: language.RunRequest): ChildProcess {
  const info = request.getInfo();
  const folder = info?.getProgramDirectory() || request.getPwd();
  const args = [
    findRunner(folder),
    `--monitor=${request.getMonitorAddress()}`,
    `--engine=${engineAddress}`,
    `--organization=${request.getOrganization()}`,
    `--project=${request.getProject()}`,
    `--stack=${request.getStack()}`,
    `--root-directory=${info?.getRootDirectory() ?? ''}`,
    `--pwd=${request.getPwd()}`,
    `--parallel=${request.getParallel()}`,
    ...(request.getDryrun() ? ['--dry-run'] : []),
    info?.getEntryPoint() || request.getProgram() || '.',
    ...request.getArgsList(),
  ];
  return spawn(process.execPath, args, {
    cwd: folder,
    // biome-ignore lint/style/noProcessEnv: the program sees what the person gave to pulumi, and its configuration
    env: { ...process.env, ...programConfig(request) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function programConfig(request: language.RunRequest): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

/** The runner of the SDK that the program imports: two copies of the SDK in one process do not share their state. */
function findRunner(folder: string): string {
  const runner = '@pulumi/pulumi/cmd/run';
  try {
    return createRequire(join(folder, 'program.js')).resolve(runner);
  } catch {
    // A program without an SDK, such as an empty one, runs on the project's.
    return createRequire(import.meta.url).resolve(runner);
  }
}

function about(
  _call: grpc.ServerUnaryCall<language.AboutRequest, language.AboutResponse>,
  callback: grpc.sendUnaryData<language.AboutResponse>,
): void {
  const response = new language.AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  callback(null, response);
}

function cancel(
  _call: grpc.ServerUnaryCall<emptyMessage.Empty, emptyMessage.Empty>,
  callback: grpc.sendUnaryData<emptyMessage.Empty>,
): void {
  for (const program of programs) program.kill('SIGTERM');
  callback(null, new emptyMessage.Empty());
}

/** A handler with a constant response, for methods that have nothing to report. */
function answer<T>(create: () => T): (call: unknown, callback: grpc.sendUnaryData<T>) => void {
  return (_call, callback) => callback(null, create());
}

function stop(): void {
  for (const program of programs) program.kill('SIGTERM');
  process.exit(0);
}

// The engine passes flags first and its address last.
const engineAddress = process.argv.at(-1) ?? '';
const server = new grpc.Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
server.addService(languageGrpc.LanguageRuntimeService, {
  run,
  about,
  cancel,
  handshake: answer(() => new language.LanguageHandshakeResponse()),
  getPluginInfo: answer(() => new plugin.PluginInfo()),
  // Plugins are not downloaded: Pulumi.yaml and PATH name those of this project.
  getRequiredPackages: answer(() => new language.GetRequiredPackagesResponse()),
  getRequiredPlugins: answer(() => new language.GetRequiredPluginsResponse()),
  getProgramDependencies: answer(() => new language.GetProgramDependenciesResponse()),
  runtimeOptionsPrompts: answer(() => new language.RuntimeOptionsResponse()),
});
process.stdout.write(`${await bindToLoopback(server)}\n`);

// The engine ends its plugins by SIGINT and waits up to five seconds. Ctrl-C does not reach a plugin, because each has
// its own process group.
process.on('SIGINT', stop).on('SIGTERM', stop);
// A killed engine cannot stop its children, which would otherwise run forever.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop();
}, ORPHAN_POLL_MS).unref();
