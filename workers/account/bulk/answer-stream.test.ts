import { describe, expect, it } from 'vitest';
import { createAnswerStream } from './answer-stream.ts';

const line = { text: 'x'.repeat(90) };

describe('createAnswerStream', () => {
  it('keeps what is not read, and has room again when it is', async () => {
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

  it('says when nobody reads', async () => {
    const answer = createAnswerStream({ unreadBytesMax: 150, unreadMsMax: 10 });
    answer.send([line, line]);
    expect(await answer.hasRoom()).toBe('unread');
  });

  it('says when nobody will ever read, and takes nothing more', async () => {
    const answer = createAnswerStream({ unreadBytesMax: 150, unreadMsMax: 60_000 });
    answer.send([line, line]);
    const waiting = answer.hasRoom();
    await answer.readable.cancel();
    expect(await waiting).toBe('cancelled');
    answer.send([line]);
    answer.close();
  });
});
