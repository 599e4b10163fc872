import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LoopbackServer, listenOnLoopback } from '../../system/loopback-server.ts';
import { openReportClient, type ReportClient } from './report-client.ts';

const operationId = 'op-01kdw5h80c0000000000000005';
const seen: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
let platform: LoopbackServer;
let reports: ReportClient;
beforeAll(async () => {
  platform = await listenOnLoopback(
    createServer(async (request, response) => {
      seen.push({ headers: request.headers, body: await text(request) });
      response.writeHead(503).end();
    }),
  );
  reports = openReportClient({ platformUrl: platform.origin, secret: 'whsec_c2VjcmV0' });
});
afterAll(() => platform.close());

it('reads an operation from the primary, since an unknown one is never carried out', async () => {
  expect(await reports.readOperation(operationId)).toMatchObject({ kind: 'unavailable' });
  expect(seen.at(-1)?.headers).toMatchObject({ prefer: 'consistency=strong' });
});

it('reports no text that a database cannot store', async () => {
  const reason = `a\u0000b 😀`.slice(0, -1);
  const steps = [{ name: 'worker', status: 'failed', detail: reason }] as const;
  await reports.reportOperation(operationId, { revision: 1, status: 'failed', apiCalls: 0, steps, reason });
  const stored = 'a\ufffdb \ufffd';
  expect(JSON.parse(seen.at(-1)?.body ?? '')).toMatchObject({ reason: stored, steps: [{ detail: stored }] });
});
