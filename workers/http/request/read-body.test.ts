import { describe, expect, it } from 'vitest';
import { isRefusal } from '../problems/refusal.ts';
import { readJsonBody } from './read-body.ts';

async function read(body: string | Uint8Array | ReadableStream, type = 'application/json') {
  const request = new Request('http://account.test/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);
  const result = await readJsonBody(request);
  return isRefusal(result) ? result.error : result;
}

describe('readJsonBody', () => {
  it('returns the value and its text', async () => {
    expect(await read('{ "a": 1 }')).toEqual({ text: '{ "a": 1 }', value: { a: 1 } });
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('takes %s', async (type) => {
    expect(await read('1', type)).toEqual({ text: '1', value: 1 });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'json', ''])(
    'refuses the media type %j',
    async (type) => {
      expect(await read('{}', type)).toMatchObject({ kind: 'unsupported_media_type' });
    },
  );

  it.each(['', '{', 'hello', '{"a":1}}'])('refuses %j, which is not JSON', async (text) => {
    expect(await read(text)).toMatchObject({ kind: 'malformed_body' });
  });

  it('refuses bytes that are not UTF-8', async () => {
    expect(await read(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ kind: 'malformed_body' });
  });

  it('stops reading a stream at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await read(endless)).toMatchObject({ kind: 'body_too_large' });
    expect(sent).toBeLessThan(2_000_000);
  });

  it.each([
    ['{"a":["x\\u0000y"]}', '#/a/0'],
    ['{"a":{"b":"\\ud800"}}', '#/a/b'],
    ['{"x/y~":"\\udc00"}', '#/x~1y~0'],
    [`${'['.repeat(500_000)}${']'.repeat(499_999)}]`, `#${'/0'.repeat(32)}`],
  ])('points to the value that cannot be stored in %.20s', async (text, pointer) => {
    expect(await read(text)).toMatchObject({ kind: 'malformed_body', errors: [{ pointer }] });
  });
});
