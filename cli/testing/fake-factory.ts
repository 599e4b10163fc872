import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { CliContext } from '../context.ts';
import { runCommandLine } from '../program.ts';
import { FakePlatform } from './fake-platform.ts';
import { scriptContext } from './script-context.ts';

/** How a command line ended, without colours. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running factory for tests of the command line: a home whose endpoints all lead to a fake platform. */
export class FakeFactory extends FakePlatform {
  /** Folder of the home, and of more homes that a test makes. */
  readonly folder = mkdtempSync(join(tmpdir(), 'freehold-cli-'));

  get home(): string {
    return join(this.folder, 'running');
  }

  override async listen(): Promise<string> {
    const url = await super.listen();
    mkdirSync(this.home);
    const parts = ['edge', 'platform', 'automation', 'issuer', 'restate'];
    const endpoints = {
      ...Object.fromEntries(parts.map((name) => [name, url])),
      cloudflareApi: `${url}/client/v4`,
      cloudflareAccountId: 'a'.repeat(32),
      cloudflareApiToken: 't'.repeat(48),
      zone: 'freehold.localhost',
      accountsZone: 'freehold-accounts.localhost',
    };
    const secrets = {
      cloudflareAccountId: 'a'.repeat(32),
      cloudflareApiToken: 't'.repeat(48),
      automationSecret: 'whsec_c2VjcmV0',
      pulumiPassphrase: 'p'.repeat(32),
      issuerSecret: 's'.repeat(32),
    };
    writeFileSync(join(this.home, 'endpoints.json'), JSON.stringify(endpoints));
    writeFileSync(join(this.home, 'secrets.json'), JSON.stringify(secrets));
    return url;
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Forgets requests and answers. */
  clear(): void {
    this.answers = {};
    this.requests.length = 0;
  }

  /**
   * Runs a command line as a script would: no terminal.
   *
   * @param args One text; an argument with spaces is in double quotes.
   */
  async run(args: string, options: Partial<CliContext> = {}): Promise<CommandResult> {
    const written = { stdout: '', stderr: '' };
    this.answers = {
      'POST /dev/tokens': ({ body }) => ({
        accessToken: `token of ${JSON.stringify(body)}`,
        expiresInSeconds: 600,
      }),
      ...this.answers,
    };
    const words = args.match(/"[^"]*"|\S+/g)?.map((arg) => arg.replaceAll('"', '')) ?? [];
    const exitCode = await runCommandLine(words, { ...scriptContext(this.home, written), ...options });
    return { exitCode, stdout: stripVTControlCharacters(written.stdout), stderr: written.stderr };
  }
}
