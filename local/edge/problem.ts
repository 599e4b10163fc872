import type { ServerResponse } from 'node:http';

/** Why the edge itself answers instead of a Worker. */
export type EdgeError =
  | { readonly kind: 'no_worker_for_host'; readonly host: string }
  | { readonly kind: 'worker_unreachable'; readonly script: string }
  | { readonly kind: 'worker_loop'; readonly host: string }
  | { readonly kind: 'own_port'; readonly port: string }
  | { readonly kind: 'invalid_host' };

/** Sends a problem document, or cuts the connection when the response has already started. */
export function sendProblem(response: ServerResponse, error: EdgeError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, title, detail } = describe(error);
  const type = `urn:freehold:problem:${error.kind.replaceAll('_', '-')}`;
  const body = JSON.stringify({ type, title, status, detail });
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function describe(error: EdgeError): { status: number; title: string; detail: string } {
  switch (error.kind) {
    case 'no_worker_for_host':
      return {
        status: 404,
        title: 'No Worker for this host',
        detail: `No custom domain or route matches ${error.host}.`,
      };
    case 'worker_unreachable':
      return {
        status: 500,
        title: 'The Worker did not respond',
        detail: `Error 1101: the Worker ${error.script} cannot be run; cloud/logs/workers.log in the home of the factory has the details.`,
      };
    case 'worker_loop':
      return {
        status: 508,
        title: 'Workers call each other in a loop',
        detail: `Error 1019: too many Workers in a row up to ${error.host}.`,
      };
    case 'own_port':
      return {
        status: 403,
        title: 'Not reachable from a Worker',
        detail: `Error 1003: port ${error.port} belongs to the local cloud itself.`,
      };
    case 'invalid_host':
      return { status: 400, title: 'Invalid Host header', detail: 'The request does not name a valid host.' };
  }
}
