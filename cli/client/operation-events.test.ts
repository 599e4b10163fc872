import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type OperationEvent, readOperationEvents } from './operation-events.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function eventsOf(...chunks: (string | Uint8Array<ArrayBuffer>)[]): Promise<OperationEvent[]> {
  const body = ReadableStream.from(chunks.map((chunk) => (typeof chunk === 'string' ? bytes(chunk) : chunk)));
  return Readable.from(readOperationEvents(body)).toArray();
}

describe('the events of an operation', () => {
  it('come with the id at which a broken stream goes on', async () => {
    expect(await eventsOf('event: operation\nid: 3\ndata: {"id":"op-1"}\n\ndata: {"id":"op-2"}\n\n')).toEqual(
      [
        { id: '3', operation: { id: 'op-1' } },
        { id: undefined, operation: { id: 'op-2' } },
      ],
    );
  });

  it('are told from comments, retry hints and events without data', async () => {
    expect(await eventsOf(': still here\n\nretry: 1000\n\nid: 1\n\ndata: {}\n\n')).toHaveLength(1);
  });

  it('may span several lines of data', async () => {
    expect(await eventsOf('data: {\ndata:"id":\ndata:  "op-1"}\n\n')).toMatchObject([
      { operation: { id: 'op-1' } },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])(
    'are read from lines that end in %j, wherever the chunks are cut',
    async (end) => {
      const text = ['event: e', 'data: {"reason":"grüße"}', '', 'data: {"reason":"two"}', '', ''].join(end);
      const events = await eventsOf(...[...bytes(text)].map((byte) => new Uint8Array([byte])));
      expect(events.map(({ operation }) => operation.reason)).toEqual(['grüße', 'two']);
    },
  );

  it('leave out the one that the stream broke off in', async () => {
    expect(await eventsOf('data: {"id":"op-1"}\n\ndata: {"id":')).toMatchObject([
      { operation: { id: 'op-1' } },
    ]);
  });
});
