import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Interrupted } from '../command-failure.ts';
import { FakePlatform } from '../testing/fake-platform.ts';
import { followOperation } from './follow-operation.ts';
import { openPlatform } from './platform.ts';

const operation = {
  id: 'op-1',
  kind: 'provision',
  accountId: 'acc-1',
  status: 'queued',
  steps: [],
  apiCalls: 0,
};
const event = (status: string, id: number) =>
  `event: operation\nid: ${id}\ndata: ${JSON.stringify({ ...operation, status })}\n\n`;

describe('following an operation', () => {
  const fake = new FakePlatform();
  beforeAll(() => fake.listen());
  afterEach(() => {
    fake.answers = {};
  });
  afterAll(() => fake.close());

  const platform = () => openPlatform(fake.url, async () => 'token');

  it('says that it waits for the service while the service does not begin', async () => {
    const told = Promise.withResolvers<void>();
    fake.answers['GET /v1/operations/op-1/events'] = async (_, response) => {
      response.writeHead(200).write(event('queued', 1));
      await told.promise;
      response.end(event('succeeded', 2));
    };
    let written = '';
    const write = (text: string): void => {
      written += text;
      told.resolve();
    };
    const ended = await followOperation(platform(), 'op-1', { write }, undefined, 1);
    expect(ended.status).toBe('succeeded');
    expect(written).toMatch(/waiting for the automation service.*freehold doctor/);
  });

  it('ends at Ctrl-C and says that the operation goes on', async () => {
    const controller = new AbortController();
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => {
      response.writeHead(200).write(event('running', 1));
      controller.abort();
    };
    const following = followOperation(platform(), 'op-1', { write: () => true }, controller.signal);
    await expect(following).rejects.toThrow(Interrupted);
    await expect(following).rejects.toThrow(/op-1 goes on.*freehold operation watch op-1/);
  });
});
