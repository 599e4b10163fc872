import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../../schema/model/limits.ts';
import { startAccount, type TestAccount } from '../../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../../testing/issuer.ts';

const CHUNK = Buffer.alloc(1024 * 1024, 'a line of a very long document\n');

describe('a document of 192 MiB', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  /** Sends this many bytes in chunks with backpressure, and returns the status. */
  function send(path: string, sizeBytes: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': String(sizeBytes) };
      const sending = request(new URL(path, account.url), { method: 'PUT', headers, agent: false });
      sending.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sending.on('error', reject);
      let left = sizeBytes;
      const pour = (): void => {
        while (left > 0) {
          const chunk = CHUNK.subarray(0, Math.min(left, CHUNK.byteLength));
          left -= chunk.byteLength;
          if (!sending.write(chunk)) return;
        }
        sending.end();
      };
      sending.on('drain', pour);
      pour();
    });
  }

  /** Reads a body without keeping it. */
  function receive(path: string): Promise<{ sha256: string; sizeBytes: number; contentLength: string }> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const asking = request(new URL(path, account.url), { headers, agent: false }, (response) => {
        const hash = createHash('sha256');
        let sizeBytes = 0;
        response.on('data', (chunk: Buffer) => {
          hash.update(chunk);
          sizeBytes += chunk.byteLength;
        });
        response.on('end', () => {
          const contentLength = String(response.headers['content-length']);
          resolve({ sha256: hash.digest('hex'), sizeBytes, contentLength });
        });
      });
      asking.on('error', reject);
      asking.end();
    });
  }

  /** Uploads a new document in parts, two at a time, and downloads it. */
  async function roundTrip(sizeBytes: number): Promise<void> {
    const created = await account.call('/v1/documents', { method: 'POST', token, body: { title: 'Scans' } });
    const document = created.headers.get('location') ?? '';
    const body = { sizeBytes, mediaType: 'text/plain' };
    const started = await account.call(`${document}/uploads`, { method: 'POST', token, body });
    const upload = started.headers.get('location') ?? '';
    const parts = sizeBytes / limits.documentPartBytes;
    expect(started.body.partCount).toBe(parts);
    for (let part = 1; part <= parts; part += 2) {
      const pair = [part, part + 1].filter((number) => number <= parts);
      const sent = pair.map((number) => send(`${upload}/parts/${number}`, limits.documentPartBytes));
      expect(new Set(await Promise.all(sent))).toEqual(new Set([200]));
    }
    const hash = createHash('sha256');
    for (let hashed = 0; hashed < sizeBytes; hashed += CHUNK.byteLength) hash.update(CHUNK);
    const sha256 = hash.digest('hex');
    const done = await account.call(`${upload}/completion`, { method: 'POST', token, body: { sha256 } });
    expect(done.body).toMatchObject({ sizeBytes, sha256, mediaType: 'text/plain' });
    const received = await receive(`${document}/content`);
    expect(received).toEqual({ sha256, sizeBytes, contentLength: String(sizeBytes) });
  }

  // The test of `copyBytes()` shows that nothing is held in memory: here the bucket's emulation is in the same process
  // and uses its own memory.
  it('is uploaded in parts and downloaded as a whole', async () => {
    await roundTrip(12 * limits.documentPartBytes);
  }, 120_000);
});
