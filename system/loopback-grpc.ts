import { type Server, ServerCredentials } from '@grpc/grpc-js';

/** Makes a gRPC server listen on a free port of loopback and returns the port. */
export function bindToLoopback(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
