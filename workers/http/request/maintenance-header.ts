/**
 * Response header by which an account asks the platform to run its maintenance within this many seconds. The platform
 * removes it before it passes the response on.
 */
export const MAINTENANCE_HEADER = 'freehold-maintenance-within';
