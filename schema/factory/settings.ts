/** Plans of a firm, and their limits, which reach the account in its standing. */
export const plans = {
  standard: { usersMax: 250, webhookEndpointsMax: 10 },
  plus: { usersMax: 4_000, webhookEndpointsMax: 50 },
} as const;
export type Plan = keyof typeof plans;
export const planNames = Object.keys(plans) as [Plan, ...Plan[]];
export const defaultPlan: Plan = 'standard';

/** Where an account's data is stored: the jurisdiction of its database and its bucket. */
export const regions = { eu: { jurisdiction: 'eu' } } as const;
export type Region = keyof typeof regions;
export const regionNames = Object.keys(regions) as [Region, ...Region[]];
export const defaultRegion: Region = 'eu';

/** How an account's Worker is deployed; `script` is a Worker script of its own. */
export const placementNames = ['script'] as const;
export type Placement = (typeof placementNames)[number];
export const defaultPlacement: Placement = 'script';

/** The cell, an operator's Cloudflare account, of a factory that has only one. */
export const defaultCell = 'default';
