/**
 * Where data rests: D1 with its replicas, R2 with its objects. Cloudflare enforces it, and it is for life.
 */
export const jurisdiction = 'eu';
