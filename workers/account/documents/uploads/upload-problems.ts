import { refuse } from '../../../http/problems/refusal.ts';

/** The upload does not exist, has expired, or was aborted. */
export const UPLOAD_NOT_FOUND = refuse({
  kind: 'own',
  code: 'upload-not-found',
  status: 404,
  title: 'Upload not found',
  detail: 'The document has no upload with this id, or it was aborted or has expired. Start a new upload.',
});

/** The upload's bytes are already a version of the document. */
export const UPLOAD_COMPLETED = refuse({
  kind: 'own',
  code: 'upload-completed',
  status: 409,
  title: 'The upload is completed',
  detail: 'Its bytes are a version of the document. Start a new upload to send other bytes.',
});

/** The bucket has other parts than the database, because a client is sending them. */
export const PARTS_CHANGED = refuse({
  kind: 'own',
  code: 'parts-changed',
  status: 409,
  title: 'The parts are changing',
  detail: 'A part is being sent again and has not been stored yet. List the parts and repeat the request.',
});

/** The bytes do not match the declared digest. */
export const UPLOAD_DIGEST_MISMATCH = refuse({
  kind: 'own',
  code: 'upload-digest-mismatch',
  status: 422,
  title: 'The bytes do not match their digest',
  detail: 'The sha-256 of all parts together differs from the declared one. Start a new upload.',
  errors: [{ pointer: '#/sha256', detail: 'differs from the digest of the bytes' }],
});

/**
 * The bucket's error for a multipart upload. R2 gives its code only at the end of the message; this is the only place
 * that reads it.
 */
export function toMultipartFault(error: unknown): 'no_such_upload' | 'other_parts' | undefined {
  const code = /\((\d+)\)$/.exec(error instanceof Error ? error.message.trim() : '')?.[1];
  if (code === '10024') return 'no_such_upload';
  if (code === '10025' || code === '10048' || code === '10011') return 'other_parts';
  return undefined;
}
