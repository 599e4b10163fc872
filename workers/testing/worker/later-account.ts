import { createAccountApi } from '../../account/api.ts';

/** How far this Worker's clock is ahead, in milliseconds. Less than the life of a test's token. */
const AHEAD_MS = 120_000;

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default { fetch: createAccountApi(() => Date.now() + AHEAD_MS).fetch };
