import { describe, expect, it } from 'vitest';
import { createAnswerStream } from './answer-stream.ts';

const line = { text: 'x'.repeat(90) };

describe('createAnswerStream', () => {
  it('buffers unread output, and has room again once it is read', async () => {
    const answer = createAnswerStream({ unreadBytesMax: 150, unreadMsMax: 60_000 });
    answer.send([line]);
    expect(await answer.hasRoom()).toBe('room');
    answer.send([line]);
    const waiting = answer.hasRoom();
    const reader = answer.readable.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(`${JSON.stringify(line)}\n`);
    expect(await waiting).toBe('room');
    answer.close();
    expect((await reader.read()).done).toBe(false);
    expect((await reader.read()).done).toBe(true);
  });

  it('reports an unread response', async () => {
    const answer = createAnswerStream({ unreadBytesMax: 150, unreadMsMax: 10 });
    answer.send([line, line]);
    expect(await answer.hasRoom()).toBe('unread');
  });

  it('reports a cancelled response, and accepts no more output', async () => {
    const answer = createAnswerStream({ unreadBytesMax: 150, unreadMsMax: 60_000 });
    answer.send([line, line]);
    const waiting = answer.hasRoom();
    await answer.readable.cancel();
    expect(await waiting).toBe('cancelled');
    answer.send([line]);
    answer.close();
  });
});
