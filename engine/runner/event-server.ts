import * as grpc from '@grpc/grpc-js';
import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import eventsGrpc from '@pulumi/pulumi/proto/events_grpc_pb.js';
import type events from '@pulumi/pulumi/proto/events_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import { bindToLoopback } from '../../system/loopback-grpc.ts';

/** Receives the engine events of one `pulumi` run over loopback, in the order in which the engine sends them. */
export interface EventServer {
  /** What `pulumi --event-log` takes. */
  readonly address: string;
  /** Waits for the end of the stream, up to this time, and stops listening. */
  close(waitMs: number): Promise<void>;
}

/** Starts a listener for one run. `onEvent` must not throw. Events that are not JSON are skipped. */
export async function startEventServer(onEvent: (event: EngineEvent) => void): Promise<EventServer> {
  const server = new grpc.Server();
  const streamEnded = Promise.withResolvers<void>();
  let streams = 0;
  server.addService(eventsGrpc.EventsService, {
    streamEvents(
      call: grpc.ServerReadableStream<events.EventRequest, emptyMessage.Empty>,
      callback: grpc.sendUnaryData<emptyMessage.Empty>,
    ) {
      streams += 1;
      call.on('data', (request: events.EventRequest) => {
        const event = parseEvent(request.getEvent());
        if (event !== undefined) onEvent(event);
      });
      call.on('end', () => {
        callback(null, new emptyMessage.Empty());
        streamEnded.resolve();
      });
      // A killed `pulumi` breaks the stream; no more events will come.
      call.on('error', () => streamEnded.resolve());
    },
  });
  const port = await bindToLoopback(server);
  return {
    address: `tcp://127.0.0.1:${port}`,
    async close(waitMs) {
      if (streams > 0) {
        let timer: NodeJS.Timeout | undefined;
        const timeout = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, waitMs);
        });
        await Promise.race([streamEnded.promise, timeout]);
        clearTimeout(timer);
      }
      server.forceShutdown();
    },
  };
}

function parseEvent(text: string): EngineEvent | undefined {
  try {
    return JSON.parse(text) as EngineEvent;
  } catch {
    return undefined;
  }
}
