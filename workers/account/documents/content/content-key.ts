/** What the keys of all documents' objects start with. */
export const CONTENT_PREFIX = 'documents/';

/** What the keys of one document's objects start with. */
export function contentPrefix(documentId: string): string {
  return `${CONTENT_PREFIX}${documentId}/`;
}

/**
 * Where bytes go in the account's bucket. Each upload has an object of its own, so none is ever overwritten; the
 * random part is known to the database alone, so nobody can reach an object but through its row.
 */
export function newContentKey(documentId: string): string {
  return contentPrefix(documentId) + crypto.randomUUID().replaceAll('-', '');
}
