import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { Agent, get as httpsGet } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OnProgress } from './progress.ts';
import { PULUMI_VERSION } from './pulumi-version.ts';
import { waitForExit } from './run-child.ts';

const INSTALLER_URL = 'https://get.pulumi.com/install.sh';

/** Firewalls often drop packets instead of refusing a connection. */
const REACH_TIMEOUT_MS = 3_000;

/** The download is about 200 MB. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;

const SCRIPT_BYTES_MAX = 1024 * 1024;

/** Options of the installation. */
export interface InstallerArgs {
  /** Folder that receives `bin/pulumi`. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress: OnProgress;
  /** @default Pulumi's own, https://get.pulumi.com/install.sh */
  readonly installerUrl?: string;
}

/**
 * Runs Pulumi's own installer, which includes the language host for Node.
 *
 * @returns Undefined on success, else the reason of the failure.
 */
export async function runInstaller(args: InstallerArgs): Promise<string | undefined> {
  const url = args.installerUrl ?? INSTALLER_URL;
  const startedAtMs = Date.now();
  const tell = (detail: string) =>
    args.onProgress({ phase: 'installing', detail, elapsedMs: Date.now() - startedAtMs });
  tell(`asking ${new URL(url).host} for its installer`);
  const script = await download(url, args.env);
  if ('reason' in script) return `${new URL(url).host} cannot be reached: ${script.reason}`;
  const folder = mkdtempSync(join(tmpdir(), 'freehold-installer-'));
  try {
    const path = join(folder, 'install.sh');
    writeFileSync(path, script.text);
    const child = spawn(
      '/bin/sh',
      [path, '--no-edit-path', '--install-root', args.root, '--version', PULUMI_VERSION],
      { env: args.env, stdio: ['ignore', 'pipe', 'pipe'], timeout: INSTALL_TIMEOUT_MS },
    );
    let lastLine = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        lastLine = text.trim().split('\n').at(-1) || lastLine;
        tell(`Pulumi's installer: ${lastLine}`);
      });
    }
    const code = await waitForExit(child);
    return code === 0 ? undefined : `Pulumi's installer ended with code ${code}: ${lastLine}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Download = { readonly text: string } | { readonly reason: string };

/** Fetches a small text, through the proxy of the environment if one is set. */
function download(url: string, env: NodeJS.ProcessEnv): Promise<Download> {
  const signal = AbortSignal.timeout(REACH_TIMEOUT_MS);
  const isHttps = url.startsWith('https:');
  return new Promise((resolve) => {
    const options = isHttps ? { signal, agent: new Agent({ proxyEnv: env }) } : { signal };
    const request = (isHttps ? httpsGet : httpGet)(url, options, (response) => {
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.resume();
        resolve(download(new URL(headers.location, url).href, env));
        return;
      }
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length > SCRIPT_BYTES_MAX) response.destroy(new Error('the answer is not an installer'));
      });
      response.on('end', () => resolve(statusCode === 200 ? { text } : { reason: `HTTP ${statusCode}` }));
      response.on('error', (error) => resolve({ reason: error.message }));
    });
    request.on('error', (error) => {
      resolve({ reason: signal.aborted ? `no answer in ${REACH_TIMEOUT_MS / 1000} s` : error.message });
    });
  });
}
