/** Files that a bundle carries; see `build/asset-modules.ts`. */
declare module '*?raw' {
  const text: string;

  export { text as default };
}

declare module '*?gzip' {
  /** Gzip in base64. */
  const packed: string;

  export { packed as default };
}
