/** Prefix of the keys of all documents' objects. */
export const CONTENT_PREFIX = 'documents/';

/** Prefix of the keys of one document's objects. */
export function contentPrefix(documentId: string): string {
  return `${CONTENT_PREFIX}${documentId}/`;
}

/**
 * The key of new bytes in the account's bucket. Each upload has its own object, so objects are never overwritten. Only
 * the database knows the random part, so an object cannot be reached except through its row.
 */
export function newContentKey(documentId: string): string {
  return contentPrefix(documentId) + crypto.randomUUID().replaceAll('-', '');
}
