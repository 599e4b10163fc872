import { createServer, type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { listenOnLoopback } from '../../system/loopback-server.ts';
import { openReportClient } from './report-client.ts';

it('reads an operation from the primary, since an unknown one is never carried out', async () => {
  const seen: IncomingMessage['headers'][] = [];
  const server = await listenOnLoopback(
    createServer((request, response) => {
      seen.push(request.headers);
      response.writeHead(503).end();
    }),
  );
  const reports = openReportClient({ platformUrl: server.origin, secret: 'whsec_c2VjcmV0' });
  expect(await reports.readOperation('op-01kdw5h80c0000000000000005')).toMatchObject({ kind: 'unavailable' });
  expect(seen).toMatchObject([{ prefer: 'consistency=strong' }]);
  await server.close();
});
