import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPATIBILITY_DATE } from '../../../build/compatibility-date.ts';
import { bundledCode } from '../../../testing/built-workers.ts';

const CHUNK = Buffer.alloc(1_000_000, 'a line of a very long document\n');

/**
 * How much workerd's memory may grow for 300 MB, in bytes: the memory of a Worker on Cloudflare. The amount of
 * uncollected garbage depends on how busy the machine is.
 */
const GROWTH_BYTES_MAX = 128_000_000;

describe('bytes that are copied', () => {
  let miniflare: Miniflare;
  let url: URL;

  beforeAll(async () => {
    miniflare = new Miniflare({
      modules: [
        { type: 'ESModule', path: 'index.js', contents: await bundledCode('testing/worker/copying.ts') },
      ],
      compatibilityDate: COMPATIBILITY_DATE,
    });
    url = await miniflare.ready;
  });

  afterAll(() => miniflare.dispose());

  /** Sends this many chunks with backpressure. */
  function send(chunks: number, sha256 = ''): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-length': String(chunks * CHUNK.byteLength) };
      const target = new URL(sha256 === '' ? '/' : `/?sha256=${sha256}`, url);
      const sending = request(target, { method: 'PUT', headers, agent: false }, (response) => {
        json(response).then(resolve, reject);
      });
      sending.on('error', reject);
      let left = chunks;
      const pour = (): void => {
        while (left > 0) {
          left -= 1;
          if (!sending.write(CHUNK)) return;
        }
        sending.end();
      };
      sending.on('drain', pour);
      pour();
    });
  }

  function digest(chunks: number): string {
    const hash = createHash('sha256');
    for (let index = 0; index < chunks; index++) hash.update(CHUNK);
    return hash.digest('hex');
  }

  it('arrive complete, are hashed on the way, and are not held in memory', async () => {
    await send(20);
    const before = await peakMemoryOfWorkerd();
    const sha256 = digest(300);
    expect(await send(300, sha256)).toEqual({
      copied: { sizeBytes: 300_000_000, sha256, headBytes: 4096 },
      arrived: 300_000_000,
    });
    expect((await peakMemoryOfWorkerd()) - before).toBeLessThan(GROWTH_BYTES_MAX);
  });

  it('never arrive complete when they do not match their digest', async () => {
    expect(await send(3, digest(2))).toEqual({ copied: 'digest_mismatch', arrived: 'broken off' });
  });

  it('may be empty', async () => {
    const sha256 = createHash('sha256').digest('hex');
    expect(await send(0)).toEqual({ copied: { sizeBytes: 0, sha256, headBytes: 0 }, arrived: 0 });
  });
});

/** Peak memory of this process's workerd, in bytes; 0 where the system does not report it. */
async function peakMemoryOfWorkerd(): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const statuses = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')),
  );
  const own = statuses.filter(
    (status) => status.startsWith('Name:\tworkerd') && status.includes(`\nPPid:\t${process.pid}\n`),
  );
  return Math.max(0, ...own.map((status) => Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024));
}
