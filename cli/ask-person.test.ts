import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askPerson } from './ask-person.ts';
import { Interrupted } from './command-failure.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

describe('a question at the terminal', () => {
  function ask(typed: string) {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const answer = askPerson('Type the slug: ', input, output);
    output.once('data', () => input.write(typed));
    return answer;
  }

  it('is answered by a line', async () => {
    expect(await ask('millbrook\r')).toBe('millbrook');
  });

  it.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])('is left with %s, and nothing is done', async (_, typed) => {
    const answer = ask(typed);
    await expect(answer).rejects.toThrow(Interrupted);
    await expect(answer).rejects.toThrow('nothing was done');
  });
});
