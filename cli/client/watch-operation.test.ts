import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformClient } from '../../clients/typescript/client.ts';
import { ApiProblem } from '../../clients/typescript/problem.ts';
import { answerProblem, FakePlatform } from '../testing/fake-platform.ts';
import { describeFailure } from './failure.ts';
import { openPlatform } from './platform.ts';
import { watchOperation } from './watch-operation.ts';

const operation = (status: string) => ({
  id: 'op-1',
  kind: 'provision',
  accountId: 'acc-1',
  status,
  steps: [],
});
const event = (revision: number, status: string) =>
  `event: operation\nid: ${revision}\ndata: ${JSON.stringify(operation(status))}\n\n`;

describe('watchOperation', () => {
  const fake = new FakePlatform();
  let platform: PlatformClient;
  beforeAll(async () => {
    platform = openPlatform(await fake.listen(), async () => 'token');
  });
  afterEach(() => {
    fake.answers = {};
    fake.requests.length = 0;
  });
  afterAll(() => fake.close());

  const statuses = async () => {
    const seen: string[] = [];
    for await (const { status } of watchOperation(platform, 'op-1')) seen.push(status);
    return seen;
  };

  it('yields every change and ends with the operation', async () => {
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) =>
      response.writeHead(200).end(event(1, 'queued') + event(2, 'running') + event(3, 'succeeded'));
    expect(await statuses()).toEqual(['queued', 'running', 'succeeded']);
    expect(fake.requests[0]?.headers.authorization).toBe('Bearer token');
  });

  it('opens a stream again that breaks off, where it was', async () => {
    let opened = 0;
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => {
      opened += 1;
      if (opened > 1) return response.writeHead(200).end(event(8, 'succeeded'));
      response.writeHead(200).write(event(7, 'running'), () => response.destroy());
      return undefined;
    };
    expect(await statuses()).toEqual(['running', 'succeeded']);
    expect(fake.requests.at(-1)?.headers['last-event-id']).toBe('7');
  });

  it('asks for the operation when the stream has nothing more to say', async () => {
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => response.writeHead(200).end();
    fake.answers['GET /v1/operations/op-1'] = () => operation('failed');
    expect(await statuses()).toEqual(['failed']);
  });

  it('waits while the platform is busy, and gives up where it refuses', async () => {
    let asked = 0;
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => {
      asked += 1;
      answerProblem(response, asked === 1 ? 503 : 403, 'Not yours', 'Ask its owner.');
    };
    const attempt = statuses();
    await expect(attempt).rejects.toThrow(ApiProblem);
    expect(describeFailure(await attempt.catch((error: unknown) => error))).toBe(
      'Not yours. Ask its owner. (HTTP 403)',
    );
    expect(asked).toBe(2);
  });

  it('goes on however often the stream ends while nothing changes', async () => {
    let opened = 0;
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => {
      opened += 1;
      return response.writeHead(200).end(opened < 6 ? '' : event(9, 'succeeded'));
    };
    fake.answers['GET /v1/operations/op-1'] = () => operation('running');
    expect(await statuses()).toEqual(['succeeded']);
  });

  it('ends without an error when it is told to', async () => {
    const controller = new AbortController();
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => {
      response.writeHead(200).write(event(1, 'running'));
    };
    const seen: string[] = [];
    for await (const { status } of watchOperation(platform, 'op-1', controller.signal)) {
      seen.push(status);
      controller.abort();
    }
    expect(seen).toEqual(['running']);
  });
});
