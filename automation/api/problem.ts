import type { FieldIssue } from './parse-operation-request.ts';

/** Why a request to the service is refused. */
export type RequestProblem =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'signature_invalid' }
  | { readonly kind: 'body_too_large'; readonly bytesMax: number }
  | { readonly kind: 'body_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly kind: 'not_ready'; readonly missing: readonly string[] }
  | { readonly kind: 'unexpected' };

/** Answers a refusal as RFC 9457 asks for. Nothing of what went wrong inside is told. */
export function toProblemResponse(problem: RequestProblem): Response {
  const { status, title, ...rest } = describe(problem);
  return new Response(
    JSON.stringify({ type: `urn:freehold:problem:${problem.kind}`, title, status, ...rest }),
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  );
}

interface Description {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldIssue[];
  readonly missing?: readonly string[];
}

function describe(problem: RequestProblem): Description {
  switch (problem.kind) {
    case 'not_found':
      return { status: 404, title: 'There is nothing at this address' };
    case 'signature_invalid':
      return { status: 401, title: 'The signature is missing, wrong or too old' };
    case 'body_too_large':
      return { status: 413, title: 'The body is too large', detail: `at most ${problem.bytesMax} bytes` };
    case 'body_invalid':
      return { status: 422, title: 'The body is not valid', errors: problem.issues };
    case 'not_ready':
      return {
        status: 503,
        title: 'The service is not ready',
        detail: `waiting for: ${problem.missing.join(', ')}`,
        missing: problem.missing,
      };
    case 'unexpected':
      return { status: 500, title: 'The service failed; its log says why' };
  }
}
