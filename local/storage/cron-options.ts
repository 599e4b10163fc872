/** Cloudflare's rules for cron patterns: five fields, UTC, weekdays from 1 for Sunday to 7 for Saturday. */
export const cronOptions = { mode: '5-part', timezone: 'UTC', alternativeWeekdays: true } as const;
