/** Where a document's bytes are in the account's bucket. Each upload has its own object, so none is ever overwritten. */
export function contentKey(documentId: string, contentVersion: number): string {
  return `documents/${documentId}/${contentVersion}`;
}
