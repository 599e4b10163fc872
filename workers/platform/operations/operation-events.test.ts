import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

interface Event {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
}

describe('events of an operation', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const open = (id: string, headers: Record<string, string> = {}, token = platform.people.ada) =>
    fetch(`${platform.url}v1/operations/${id}/events`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });

  /** Reads a stream to its end, telling of every event as it comes. */
  async function readEvents(response: Response, onEvent: (event: Event) => void = () => undefined) {
    const events: Event[] = [];
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        const data = fields.get('data');
        if (data === undefined) continue;
        const event = { id: fields.get('id') ?? '', name: fields.get('event') ?? '', data: JSON.parse(data) };
        events.push(event);
        onEvent(event);
      }
    }
    return events;
  }

  it('tell every change, in order, and end with the operation', async () => {
    const { operation } = await platform.signUp('watched');
    const reports = [
      { revision: 1, status: 'running', apiCalls: 1 },
      { revision: 2, status: 'running', apiCalls: 4 },
      { revision: 3, status: 'succeeded', apiCalls: 7 },
    ];
    const response = await open(operation.id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-cache');
    const events = await readEvents(response, () => {
      const next = reports.shift();
      if (next !== undefined) void platform.change('operations', operation.id, next);
    });
    expect(events.map(({ name, id, data }) => [name, id, data.status, data.apiCalls])).toEqual([
      ['operation', '0', 'queued', 0],
      ['operation', '1', 'running', 1],
      ['operation', '2', 'running', 4],
      ['operation', '3', 'succeeded', 7],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ id: operation.id, kind: 'provision', steps: [] });
  });

  it('continue after the last one that a client has', async () => {
    const { operation } = await platform.signUp('resumed');
    await platform.change('operations', operation.id, { revision: 4, status: 'running' });
    const response = await open(operation.id, { 'last-event-id': '4' });
    await platform.change('operations', operation.id, { revision: 5, status: 'failed' });
    expect((await readEvents(response)).map(({ id }) => id)).toEqual(['5']);
  });

  it('are a single one when the operation has already ended', async () => {
    const { operation } = await platform.signUp('over');
    await platform.change('operations', operation.id, { revision: 2, status: 'stalled', reason: 'tired' });
    const events = await readEvents(await open(operation.id));
    expect(events.map(({ data }) => [data.status, data.reason])).toEqual([['stalled', 'tired']]);
  });

  it('tell a client that has the last one to stop reconnecting', async () => {
    const { operation } = await platform.signUp('all-told');
    await platform.change('operations', operation.id, { revision: 2, status: 'succeeded' });
    const response = await open(operation.id, { 'last-event-id': '2' });
    expect(response.status).toBe(204);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('ignore a malformed Last-Event-ID', async () => {
    const { operation } = await platform.signUp('nonsense');
    await platform.change('operations', operation.id, { revision: 2, status: 'succeeded' });
    const events = await readEvents(await open(operation.id, { 'last-event-id': 'x; drop table' }));
    expect(events.map(({ id }) => id)).toEqual(['2']);
  });

  it('are for callers who may see the operation', async () => {
    const { operation } = await platform.signUp('private');
    await platform.change('operations', operation.id, { revision: 1, status: 'succeeded' });
    expect((await open(operation.id, {}, platform.people.ben)).status).toBe(404);
    expect((await open(operation.id, {}, platform.people.operator)).status).toBe(200);
    expect((await fetch(`${platform.url}v1/operations/${operation.id}/events`)).status).toBe(401);
  });

  it('end without other effects when the client goes away', async () => {
    const { operation } = await platform.signUp('left-alone');
    const controller = new AbortController();
    const response = await fetch(`${platform.url}v1/operations/${operation.id}/events`, {
      headers: { authorization: `Bearer ${platform.people.ada}` },
      signal: controller.signal,
    });
    await response.body?.getReader().read();
    controller.abort();
    await platform.change('operations', operation.id, { revision: 1, status: 'succeeded' });
    expect((await readEvents(await open(operation.id))).map(({ id }) => id)).toEqual(['1']);
  });
});
