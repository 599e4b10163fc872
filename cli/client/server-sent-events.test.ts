import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';

async function eventsOf(...chunks: string[]): Promise<ServerSentEvent[]> {
  const encoder = new TextEncoder();
  return parse(chunks.map((chunk) => encoder.encode(chunk)));
}

function parse(chunks: readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  return Readable.from(readServerSentEvents(Readable.from(chunks))).toArray();
}

describe('readServerSentEvents', () => {
  it('gives each event its name, its data and the last id', async () => {
    expect(await eventsOf('event: operation\nid: 3\ndata: {"a":1}\n\ndata: next\n\n')).toEqual([
      { event: 'operation', id: '3', data: '{"a":1}' },
      { event: 'message', id: '3', data: 'next' },
    ]);
  });

  it('passes over comments, retry hints and events without data', async () => {
    expect(await eventsOf(': still here\n\nretry: 1000\n\nid: 1\n\ndata: x\n\n')).toEqual([
      { event: 'message', id: '1', data: 'x' },
    ]);
  });

  it('joins data lines and takes off one leading space only', async () => {
    expect(await eventsOf('data: a\ndata:b\ndata:  c\n\n')).toMatchObject([{ data: 'a\nb\n c' }]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j, wherever the chunks are cut', async (end) => {
    const text = ['event: e', 'data: grüße', '', 'data: two', '', ''].join(end);
    const bytes = new TextEncoder().encode(text);
    const events = await parse([...bytes].map((byte) => new Uint8Array([byte])));
    expect(events.map(({ data }) => data)).toEqual(['grüße', 'two']);
  });

  it('drops an event that the stream broke off in', async () => {
    expect(await eventsOf('data: whole\n\ndata: half')).toMatchObject([{ data: 'whole' }]);
  });
});
