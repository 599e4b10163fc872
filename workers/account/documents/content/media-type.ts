import { type Refusal, refuse } from '../../../http/problems/refusal.ts';
import { mediaTypeOf } from '../../../http/request/media-type.ts';
import { mediaSignatures } from './media-signatures.ts';

/** Number of first bytes that are used to detect the type. */
export const HEAD_BYTES = 4_096;

/** The type of unknown bytes. */
const UNKNOWN = 'application/octet-stream';

/** Types that a browser may execute. They are stored as declared and served as plain bytes. */
const ACTIVE = /^(?:text\/(?:html|xml|xsl)|application\/xml|.*\+xml|.*\/(?:x-)?(?:java|ecma|vb)script)$/;

const TEXTUAL =
  /^(?:text\/.+|message\/rfc822|.*\+(?:json|xml)|.*\/(?:x-)?(?:json|ndjson|xml|yaml|sql|javascript))$/;

/** Reads the declared media type of a request; 400 when it is malformed. */
export function parseMediaType(headers: Headers): string | Refusal {
  const header = headers.get('content-type');
  const mediaType = header === null ? UNKNOWN : mediaTypeOf(header);
  if (mediaType !== undefined && mediaType.length <= 127) return mediaType;
  return refuse({ kind: 'invalid_header', header: 'content-type', detail: 'is not a media type' });
}

/**
 * The media type of bytes. A declared type is kept only if the bytes do not contradict it.
 *
 * @param head The first `HEAD_BYTES` bytes, or all if there are fewer.
 */
export function decideMediaType(declared: string, head: Uint8Array): string {
  const signature = mediaSignatures.find(({ matches }) => matches(head));
  if (signature !== undefined) return signature.family?.test(declared) === true ? declared : signature.type;
  if (TEXTUAL.test(declared)) return looksLikeText(head) ? declared : UNKNOWN;
  if (head.byteLength > 0 && looksLikeText(head)) return 'text/plain';
  const wouldShow = mediaSignatures.some(({ type, family }) => type === declared || family?.test(declared));
  return wouldShow ? UNKNOWN : declared;
}

/** The `Content-Type` with which bytes of this type are served. */
export function servedMediaType(mediaType: string): string {
  return ACTIVE.test(mediaType) ? UNKNOWN : mediaType;
}

/** Whether bytes look like text: UTF-16 starts with a byte order mark, other encodings have no control characters except white space. */
function looksLikeText(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}
