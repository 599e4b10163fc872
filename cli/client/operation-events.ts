import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ShownOperation } from './platform.ts';

/** An operation as an event of its stream shows it. */
export interface OperationEvent {
  readonly operation: ShownOperation;
  /** Where a stream that is opened again goes on; undefined when the event says nothing about it. */
  readonly id: string | undefined;
}

/** Reads the events of an operation as they come. An event that the stream broke off in is left out. */
export async function* readOperationEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<OperationEvent, void, undefined> {
  const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { id, data } of events) yield { id, operation: JSON.parse(data) as ShownOperation };
}
