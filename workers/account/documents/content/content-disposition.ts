/**
 * `Content-Disposition` that makes browsers save the bytes instead of showing them, with a file name that cannot break
 * out of the header or of a folder (RFC 6266, RFC 8187).
 */
export function attachment(fileName: string): string {
  const safe = fileName.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '_').toWellFormed();
  const ascii = safe.replaceAll(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
