import { Miniflare, Response } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPATIBILITY_DATE } from '../../build/compatibility-date.ts';
import { DOCS_ASSETS_PATH } from '../../http/docs/docs-assets-path.ts';
import { type ApiClient, createApiClient } from '../../testing/api-client.ts';
import { browserPath, openPage } from '../../testing/browser.ts';
import { bundledCode } from '../../testing/built-workers.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

/** Of the page's three files, the host that it loads them from: its own. */
const FILES = /(?:src|href)="(\/[^"]+)"/g;

describe('the docs page', () => {
  let platform: TestPlatform;
  /** The account's Worker at its own host, with no platform before it. */
  let ownHost: { readonly url: string; readonly call: ApiClient; readonly stop: () => Promise<void> };
  /** Under every address that people can have: of an account, by host and by path, at its own host; of the platform. */
  const pages = () => {
    const { port } = new URL(platform.url);
    return [
      ['account', `http://harbour.${platform.zone}:${port}`],
      ['account', `http://${platform.zone}:${port}/a/harbour`],
      ['account', ownHost.url.replace(/\/$/, '')],
      ['platform', `http://${platform.zone}:${port}`],
    ] as const;
  };

  beforeAll(async () => {
    const code = await bundledCode('testing/worker/docs-account.ts');
    platform = await startPlatform(code);
    const { account } = await platform.signUp('harbour');
    await platform.register(account.id);
    ownHost = await startOwnHost(code, platform);
  });

  afterAll(() => Promise.all([platform.stop(), ownHost.stop()]));

  it('needs no token, and may only load what it needs', async () => {
    for (const call of [platform.call, ownHost.call]) {
      const path = call === platform.call ? '/a/harbour/docs' : '/docs';
      const { status, headers, text } = await call(path);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(text).not.toMatch(/<script(?![^>]+src=)|\bon\w+=|https?:\/\//);
    }
  });

  it('finds the document next to it, also under the prefix of the account', async () => {
    const { status, headers, body } = await platform.call('/a/harbour/openapi.json');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(body).toMatchObject({
      openapi: '3.1.1',
      info: { title: 'Freehold account API' },
      servers: [{ url: '.' }],
    });
    const ofPlatform = await platform.call('/openapi.json');
    expect(ofPlatform.body).toMatchObject({ openapi: '3.1.1', info: { title: 'Freehold platform API' } });
  });

  it('gets its files from the platform, compressed and cacheable forever', async () => {
    const { text: html } = await platform.call('/a/harbour/docs');
    const files = [...html.matchAll(FILES)].map(([, path = '']) => path);
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

  it("gets them through the account's Worker at its own host", async () => {
    const { text: html } = await ownHost.call('/docs');
    for (const [, path = ''] of html.matchAll(FILES)) {
      const own = await ownHost.call(path);
      const { bytes, headers } = await platform.call(path);
      expect([own.status, own.headers.get('cache-control')], path).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(own.headers.get('content-type')).toBe(headers.get('content-type'));
      expect(Buffer.compare(own.bytes, bytes)).toBe(0);
    }
    expect((await ownHost.call(`${DOCS_ASSETS_PATH}/other.js`)).status).toBe(404);
    expect((await ownHost.call('/docs-assets/..%2f..%2fv1/accounts')).status).toBe(404);
  });

  it('gets the files of this release where its own is older or newer', async () => {
    const { status, headers } = await platform.call('/docs-assets/aaaaaaaaaaaa/docs.js');
    expect([status, headers.get('location')]).toEqual([302, `${DOCS_ASSETS_PATH}/docs.js`]);
    expect((await platform.call(`${DOCS_ASSETS_PATH}/other.js`)).status).toBe(404);
    const own = await ownHost.call('/docs-assets/aaaaaaaaaaaa/docs.js');
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
  });

  it.skipIf(browserPath === undefined)(
    'shows its operations in a browser, within its policy, and tries them out where it is',
    async () => {
      for (const [api, base] of pages()) {
        const page = await openPage(`${base}/docs#/Service/getLiveness`);
        try {
          await page.until(`document.body.innerText.includes('Freehold ${api} API')`);
          const sections = await page.until("document.querySelectorAll('.opblock-tag-section').length");
          expect(sections).toBe(api === 'account' ? 11 : 5);
          await page.click('.try-out__btn');
          await page.click('.execute');
          const live = "document.querySelector('.live-responses-table')";
          expect(
            await page.until(`${live}?.querySelector('tbody .response-col_status')?.innerText`),
          ).toContain('200');
          expect(await page.until("document.querySelector('.request-url pre')?.innerText")).toBe(
            `${base}/livez`,
          );
          expect(page.complaints()).toEqual([]);
        } finally {
          await page.close();
        }
      }
    },
    120_000,
  );
});

/** Starts the account's Worker so that it reaches the platform by its public name, as on Cloudflare. */
async function startOwnHost(code: string, { url: platformUrl, zone }: TestPlatform) {
  const miniflare = new Miniflare({
    modules: [{ type: 'ESModule', path: 'index.js', contents: code }],
    compatibilityDate: COMPATIBILITY_DATE,
    host: '127.0.0.1',
    port: 0,
    bindings: { ZONE: zone },
    outboundService: async (request: { readonly url: string }) => {
      const { origin, pathname } = new URL(request.url);
      if (origin !== `https://${zone}`) return new Response('not found', { status: 599 });
      const answer = await fetch(new URL(pathname, platformUrl), { redirect: 'manual' });
      const headers = Object.fromEntries(answer.headers);
      delete headers['content-encoding'];
      delete headers['content-length'];
      return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
    },
  });
  const url = (await miniflare.ready).href;
  return { url, call: createApiClient(url), stop: () => miniflare.dispose() };
}
