import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorker } from '../build/build-worker.ts';
import { startPlatform, type TestPlatform } from '../testing/platform-worker.ts';

describe('the platform’s Worker', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  it('says that it lives, and that its database answers', async () => {
    for (const path of ['/livez', '/readyz']) {
      const answer = await platform.call(path);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ status: 'ok', release: '0123456789abcdef' });
    }
  });

  it('answers every path it does not know with a problem', async () => {
    for (const path of ['/', '/v1/unicorns', '/a', '/a/', '/internal/v1/accounts']) {
      const answer = await platform.call(path);
      expect(answer.status, path).toBe(404);
      expect(answer.body).toMatchObject({
        type: 'urn:freehold:problem:route-not-found',
        status: 404,
        instance: path,
      });
    }
  });

  it('says which methods a path has', async () => {
    const answer = await platform.call('/v1/accounts/harbour', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('sends security headers with every answer', async () => {
    const token = platform.people.ada;
    for (const answer of [
      await platform.call('/livez'),
      await platform.call('/v1/accounts', { token }),
      await platform.call('/v1/accounts'),
      await platform.call('/a/nobody/v1'),
    ]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('strict-transport-security')).toContain('max-age');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('traceparent')).toMatch(/^00-/);
    }
  });

  it('answers HEAD as GET, without the body', async () => {
    const answer = await platform.call('/v1/accounts', { method: 'HEAD', token: platform.people.ada });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('has at most 88 KB of code gzipped, besides the files of the docs page', async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'freehold-platform-'));
    try {
      const { gzipBytes } = await buildWorker({
        entry: join(import.meta.dirname, 'index.ts'),
        outDir,
        withoutAssets: true,
      });
      expect(gzipBytes).toBeLessThanOrEqual(88 * 1024);
    } finally {
      await rm(outDir, { recursive: true });
    }
  });
});
