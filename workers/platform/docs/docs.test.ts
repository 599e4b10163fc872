import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCS_ASSETS_PATH } from '../../http/docs/docs-assets-path.ts';
import { bundledCode } from '../../testing/built-workers.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = browsers.find((path) => existsSync(path));

describe('the docs page of an account', () => {
  let platform: TestPlatform;
  const pages = () => {
    const { port } = new URL(platform.url);
    return [
      `http://harbour.${platform.zone}:${port}/docs`,
      `http://${platform.zone}:${port}/a/harbour/docs`,
    ] as const;
  };

  beforeAll(async () => {
    platform = await startPlatform(await bundledCode('testing/worker/docs-account.ts'));
    const { account } = await platform.signUp('harbour');
    await platform.register(account.id);
  });

  afterAll(() => platform.stop());

  it('is open to anybody and may load nothing but what it needs', async () => {
    const { status, headers, text } = await platform.call('/a/harbour/docs');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(text).not.toMatch(/<script(?![^>]+src=)|\bon\w+=|https?:\/\//);
  });

  it('finds the document beside it, under the prefix of the account too', async () => {
    const { status, headers, body } = await platform.call('/a/harbour/openapi.json');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(body).toMatchObject({ openapi: '3.1.1', servers: [{ url: '.' }] });
  });

  it('gets its files from the platform, packed, and keeps them for ever', async () => {
    const { text: html } = await platform.call('/a/harbour/docs');
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files).toHaveLength(3);
    for (const path of files) {
      const { status, headers, bytes } = await platform.call(path);
      expect([status, headers.get('content-encoding')], path).toEqual([200, 'gzip']);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toMatch(/^text\/(?:javascript|css); charset=utf-8$/);
      const plain = await platform.call(path, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(Buffer.compare(plain.bytes, bytes)).toBe(0);
    }
  });

  it('gets the files of this release where its own is older or newer', async () => {
    const { status, headers } = await platform.call('/docs-assets/aaaaaaaaaaaa/docs.js');
    expect([status, headers.get('location')]).toEqual([302, `${DOCS_ASSETS_PATH}/docs.js`]);
    expect((await platform.call(`${DOCS_ASSETS_PATH}/other.js`)).status).toBe(404);
  });

  it.skipIf(browser === undefined)('shows every operation in a browser, within its policy', async () => {
    const operations = Object.values(
      (await platform.call('/a/harbour/openapi.json')).body.paths as Record<string, object>,
    ).flatMap((path) => Object.keys(path));
    for (const page of pages()) {
      const { dom, log } = await render(browser ?? '', `${page}#/`);
      expect(log).not.toMatch(/Content Security Policy|Uncaught|ERR_/);
      expect(dom).toContain('Freehold account API');
      expect(dom.match(/class="opblock-tag-section/g)?.length).toBeGreaterThan(5);
      expect(operations.length).toBeGreaterThan(50);
    }
  });
});

/** The page as a browser has it after its scripts have run, and what the browser said meanwhile. */
async function render(path: string, url: string): Promise<{ readonly dom: string; readonly log: string }> {
  const profile = await mkdtemp(join(tmpdir(), 'freehold-browser-'));
  try {
    const { stdout, stderr } = await promisify(execFile)(
      path,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
        ...[`--user-data-dir=${profile}`, '--enable-logging=stderr', '--host-resolver-rules=MAP * 127.0.0.1'],
        ...['--virtual-time-budget=20000', '--dump-dom', url],
      ],
      { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 },
    );
    const isOfPage = (line: string) => line.includes('CONSOLE') || line.includes('Content Security');
    return { dom: stdout, log: stderr.split('\n').filter(isOfPage).join('\n') };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
