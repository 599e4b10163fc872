import { copyBytes } from '../../account/documents/content/copy-bytes.ts';

/** Sends a body through `copyBytes()` to a reader that discards the bytes, and returns the result. */
// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default {
  async fetch(request: Request): Promise<Response> {
    const sha256 = new URL(request.url).searchParams.get('sha256') ?? undefined;
    const { readable, writable } = new FixedLengthStream(Number(request.headers.get('content-length')));
    const [copied, arrived] = await Promise.all([
      copyBytes(request.body, writable, sha256),
      count(readable).catch(() => 'broken off'),
    ]);
    if (typeof copied === 'string') return Response.json({ copied, arrived });
    const { head, ...known } = copied;
    return Response.json({ copied: { ...known, headBytes: head.byteLength }, arrived });
  },
};

async function count(stream: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.byteLength;
  return bytes;
}
