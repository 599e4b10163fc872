/**
 * Header of an account's answer that asks the platform for a call of its maintenance within so many seconds. The
 * platform takes it off before it passes the answer on.
 */
export const MAINTENANCE_HEADER = 'freehold-maintenance-within';
