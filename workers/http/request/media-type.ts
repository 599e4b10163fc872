import { toAsciiLowerCase } from '../../../schema/model/ascii-case.ts';

/** `type/subtype` of a Content-Type header in lower case, without parameters; undefined when there is none. */
export function mediaTypeOf(header: string | null): string | undefined {
  const mediaType = toAsciiLowerCase((header?.split(';', 1)[0] ?? '').trim());
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mediaType) ? mediaType : undefined;
}

/** The media type of a body with one JSON value per line. */
export const NDJSON_MEDIA_TYPE = 'application/x-ndjson';
