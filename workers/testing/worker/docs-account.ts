import { createAccountApi } from '../../account/api.ts';
import type { AccountBindings } from '../../account/bindings.ts';

/** Bindings of an account nobody asks for anything but its documentation. */
const bindings = {
  DB: { withSession: () => ({ getBookmark: () => null }) },
  ACCOUNT_ID: 'acc-documented',
} as unknown as AccountBindings;

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default {
  fetch: (request: Request, { ZONE }: Partial<AccountBindings>, execution: ExecutionContext) =>
    createAccountApi().fetch(request, { ...bindings, ZONE: ZONE ?? '' }, execution),
};
