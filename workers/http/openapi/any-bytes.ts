const bytes = { schema: { type: 'string', format: 'binary' } } as const;

// Generators of clients do not know the wildcard, so the usual type of bytes is named too.
/** Content of any media type. */
export const anyBytes = { 'application/octet-stream': bytes, '*/*': bytes } as const;
