import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Server, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb.js';
import { bindToLoopback } from '../../system/loopback-grpc.ts';

/** A finished run of the CLI. */
export interface EngineRun {
  readonly exitCode: number;
  /** Both streams, without colours. */
  readonly output: string;
}

/** The real `pulumi` with its state in a temporary folder, running an inline program. */
export interface Engine {
  /** Project folder; a test may add files to it. */
  readonly folder: string;
  init(stack: string, config: { readonly [key: string]: unknown }): Promise<void>;
  configure(stack: string, config: { readonly [key: string]: unknown }): Promise<void>;
  run(stack: string, ...args: readonly string[]): Promise<EngineRun>;
  /** The resources in the state of a stack, with secrets encrypted. */
  resources(stack: string): Promise<readonly StateResource[]>;
  close(): Promise<void>;
}

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly inputs?: { readonly [name: string]: unknown };
  readonly outputs?: { readonly [name: string]: unknown };
}

interface LanguageServerModule {
  readonly LanguageServer: new (program: () => Promise<unknown>) => UntypedServiceImplementation;
}

/**
 * Starts an engine for a program.
 *
 * @param debugProviders Value of `PULUMI_DEBUG_PROVIDERS`.
 */
export async function startEngine(program: () => Promise<unknown>, debugProviders: string): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-engine-'));
  await mkdir(join(folder, 'state'));
  await writeFile(join(folder, 'Pulumi.yaml'), 'name: factory\nruntime: nodejs\n');
  // The package ships this module without types.
  const module = createRequire(import.meta.url)(
    '@pulumi/pulumi/automation/server.js',
  ) as LanguageServerModule;
  const server = new Server();
  server.addService(LanguageRuntimeService, new module.LanguageServer(program));
  const port = await bindToLoopback(server);

  const environment = {
    // biome-ignore lint/style/noProcessEnv: the CLI needs a PATH and a HOME, and only the caller knows them.
    ...process.env,
    PULUMI_HOME: join(folder, 'home'),
    PULUMI_BACKEND_URL: pathToFileURL(join(folder, 'state')).href,
    PULUMI_CONFIG_PASSPHRASE: 'correct horse battery staple',
    PULUMI_DEBUG_PROVIDERS: debugProviders,
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
  };
  const cli = (...args: readonly string[]) => runCli(args, folder, environment);
  const configFile = (stack: string) => join(folder, `Pulumi.${stack}.yaml`);

  const configure: Engine['configure'] = async (stack, config) => {
    const text = await readFile(configFile(stack), 'utf8').catch(() => '');
    const salt = /^encryptionsalt: .*$/m.exec(text)?.[0] ?? '';
    await writeFile(configFile(stack), `${salt}\nconfig: ${JSON.stringify(config)}\n`);
  };

  return {
    folder,
    configure,
    async init(stack, config) {
      const { exitCode, output } = await cli('stack', 'init', stack, '--non-interactive');
      if (exitCode !== 0) throw new Error(output);
      await configure(stack, config);
    },
    run: (stack, ...args) => {
      const [command = '', ...rest] = args;
      const isProgramless = ['refresh', 'destroy', 'stack', 'config'].includes(command);
      const client = isProgramless ? [] : [`--client=127.0.0.1:${port}`];
      return cli(command, ...rest, '--stack', stack, '--non-interactive', '--color', 'never', ...client);
    },
    async resources(stack) {
      const { output } = await cli('stack', 'export', '--stack', stack);
      const state = JSON.parse(output) as { deployment: { resources?: StateResource[] } };
      return state.deployment.resources ?? [];
    },
    async close() {
      server.forceShutdown();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function runCli(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<EngineRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('pulumi', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
