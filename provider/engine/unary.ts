import { type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import { ProviderFailure } from './provider-failure.ts';

/** Converts a handler to a gRPC method that also reports failures to the engine. */
export function unary<Request, Response>(
  handle: (call: ServerUnaryCall<Request, Response>) => Promise<Response>,
): (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => void {
  return (call, callback) => {
    handle(call).then(
      (response) => callback(null, response),
      (error: unknown) => callback({ code: status.UNKNOWN, details: describe(error) }),
    );
  };
}

// An expected failure is a sentence for the operator; a bug is reported with its stack.
function describe(error: unknown): string {
  if (error instanceof ProviderFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
