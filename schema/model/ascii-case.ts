/**
 * Lower case of the letters A to Z alone. For identifiers: Unicode's own case mapping turns other characters into ASCII
 * letters (`K`, the Kelvin sign, into `k`), so that two different names become one. SQLite's `NOCASE` folds the same letters.
 */
export function toAsciiLowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Upper case of the letters a to z alone; see `toAsciiLowerCase`. */
export function toAsciiUpperCase(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}
