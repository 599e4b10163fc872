import type { Client } from 'openapi-fetch';
import type { components, paths } from './account-api.ts';
import { ok, okResponse } from './problem.ts';
import type { Session } from './session.ts';

type Document = components['schemas']['DocumentsRow'];
type Upload = components['schemas']['DocumentUpload'];

/** Larger files are uploaded in parts, so that a broken connection loses only one part. */
const WHOLE_BYTES_MAX = 16 * 1024 * 1024;
/** Concurrent part uploads. */
const PARTS_AT_A_TIME = 3;

/** Options of an upload. */
export interface UploadOptions {
  /** Default: the type of the file, or none, so that the API detects it from the bytes. */
  readonly mediaType?: string;
  /** Continues an interrupted multipart upload: stored parts are not sent again. Default: a new upload. */
  readonly uploadId?: string;
  /** Called when a multipart upload has started, with the id to continue it later. */
  readonly onStart?: (uploadId: string) => void;
}

/** Uploads the bytes of a document, each piece with its digest. */
export type UploadDocument = (documentId: string, file: Blob, options?: UploadOptions) => Promise<Document>;

/**
 * Uploads bytes of any size that the API accepts.
 *
 * @throws `ApiProblem` when they are refused.
 */
export function createUpload(baseUrl: string, session: Session, routes: Client<paths>): UploadDocument {
  const base = baseUrl.replace(/\/$/, '');
  const put = async (path: string, bytes: ArrayBuffer, digest: Digest, mediaType: string) => {
    const headers = { 'content-type': mediaType, 'content-digest': `sha-256=:${digest.base64}:` };
    const request = new Request(`${base}${path}`, { method: 'PUT', headers, body: bytes });
    // Sending a part again replaces it, and content with the same digest is the same content.
    return await okResponse(await session.send(request, true));
  };
  const putWhole = async (id: string, file: Blob, mediaType: string): Promise<Document> => {
    const bytes = await file.arrayBuffer();
    const path = `/v1/documents/${encodeURIComponent(id)}/content`;
    return (await (await put(path, bytes, await digestOf(bytes), mediaType)).json()) as Document;
  };
  const putPart = async (upload: Upload, file: Blob, number: number): Promise<void> => {
    const { documentId, uploadId, partSizeBytes } = upload;
    const bytes = await file.slice((number - 1) * partSizeBytes, number * partSizeBytes).arrayBuffer();
    const digest = await digestOf(bytes);
    if (upload.parts.some((part) => part.number === number && part.sha256 === digest.hex)) return;
    const path = `/v1/documents/${documentId}/uploads/${uploadId}/parts/${number}`;
    await (await put(path, bytes, digest, 'application/octet-stream')).body?.cancel();
  };
  const begin = async (id: string, file: Blob, mediaType: string, uploadId?: string): Promise<Upload> => {
    if (uploadId === undefined) {
      const body = { sizeBytes: file.size, ...(mediaType === UNKNOWN ? {} : { mediaType }) };
      return await ok(routes.POST('/v1/documents/{id}/uploads', { params: { path: { id } }, body }));
    }
    const path = { id, uploadId };
    return await ok(routes.GET('/v1/documents/{id}/uploads/{uploadId}', { params: { path } }));
  };
  return async (id, file, { mediaType = file.type || UNKNOWN, uploadId, onStart } = {}) => {
    if (uploadId === undefined && file.size <= WHOLE_BYTES_MAX) return await putWhole(id, file, mediaType);
    const upload = await begin(id, file, mediaType, uploadId);
    onStart?.(upload.uploadId);
    const numbers = Array.from({ length: upload.partCount }, (_none, index) => index + 1).values();
    const failures: unknown[] = [];
    const sendParts = async () => {
      for (const number of numbers) {
        if (failures.length > 0) return;
        await putPart(upload, file, number).catch((failure: unknown) => failures.push(failure));
      }
    };
    // A failure waits for the running parts, so that a later attempt finds them stored.
    await Promise.all(Array.from({ length: PARTS_AT_A_TIME }, sendParts));
    if (failures.length > 0) throw failures[0];
    const path = { id, uploadId: upload.uploadId };
    return await ok(
      routes.POST('/v1/documents/{id}/uploads/{uploadId}/completion', { params: { path }, body: {} }),
    );
  };
}

const UNKNOWN = 'application/octet-stream';

interface Digest {
  readonly hex: string;
  readonly base64: string;
}

async function digestOf(bytes: ArrayBuffer): Promise<Digest> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    hex: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    base64: btoa(String.fromCharCode(...digest)),
  };
}
