import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ShownOperation } from './platform.ts';

/** An operation as an event of its stream shows it. */
export interface OperationEvent {
  readonly operation: ShownOperation;
  /** Where a stream that is opened again continues; undefined when the event has no id. */
  readonly id: string | undefined;
}

/** Reads the events of an operation as they arrive. An incomplete last event is ignored. */
export async function* readOperationEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<OperationEvent, void, undefined> {
  const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { id, data } of events) yield { id, operation: JSON.parse(data) as ShownOperation };
}
