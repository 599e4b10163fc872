import { refuse } from '../../../http/problems/refusal.ts';

/** The upload never was, is over its time, or was aborted. */
export const UPLOAD_NOT_FOUND = refuse({
  kind: 'own',
  code: 'upload-not-found',
  status: 404,
  title: 'There is no such upload',
  detail: 'The document has no upload with this id: it was aborted, or its time is over. Start another one.',
});

/** The upload's bytes are a version of the document by now. */
export const UPLOAD_COMPLETED = refuse({
  kind: 'own',
  code: 'upload-completed',
  status: 409,
  title: 'The upload is completed',
  detail: 'Its bytes are a version of the document. Start another upload to send others.',
});

/** The bucket has other parts than the database knows: somebody is sending them at this moment. */
export const PARTS_CHANGED = refuse({
  kind: 'own',
  code: 'parts-changed',
  status: 409,
  title: 'The parts are changing',
  detail: 'A part was sent again and has not quite arrived. List the parts and repeat the request.',
});

/** The bytes are not what their sender said. */
export const UPLOAD_DIGEST_MISMATCH = refuse({
  kind: 'own',
  code: 'upload-digest-mismatch',
  status: 422,
  title: 'The bytes do not match their digest',
  detail: 'The sha-256 of all parts together differs from the one that was given. Start another upload.',
  errors: [{ pointer: '#/sha256', detail: 'differs from the digest of the bytes' }],
});

/**
 * What the bucket says of an upload in parts. R2 puts its code at the end of the message and nowhere else, so the
 * message is read here and in no other place.
 */
export function toMultipartFault(error: unknown): 'no_such_upload' | 'other_parts' | undefined {
  const code = /\((\d+)\)$/.exec(error instanceof Error ? error.message.trim() : '')?.[1];
  if (code === '10024') return 'no_such_upload';
  if (code === '10025' || code === '10048' || code === '10011') return 'other_parts';
  return undefined;
}
