import { describe, expect, it } from 'vitest';
import { takeBody } from './resendable-body.ts';

/** A request whose content is announced and never arrives. */
function stalledRequest(contentType: string): Request {
  return new Request('https://freehold.example/a/harbour/v1/clients', {
    method: 'POST',
    headers: { 'content-type': contentType, 'content-length': '100' },
    body: new ReadableStream({ pull: () => new Promise(() => {}) }),
    duplex: 'half',
  } as RequestInit);
}

describe('the body of a request for an account', () => {
  it('is refused with 504 when its JSON stalls', async () => {
    expect(await takeBody(stalledRequest('application/json'), 1)).toMatchObject({
      error: { kind: 'timed_out', timeoutMs: 1 },
    });
  });

  it('is kept in memory when it is small, so that it can be sent twice', async () => {
    const request = new Request('https://freehold.example/', {
      method: 'POST',
      body: '{}',
      headers: { 'content-length': '2' },
    });
    const taken = await takeBody(request);
    expect(taken).toMatchObject({ isHeld: true, body: expect.any(ArrayBuffer) });
  });
});
