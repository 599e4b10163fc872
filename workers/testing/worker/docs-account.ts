import { createAccountApi } from '../../account/api.ts';
import type { AccountBindings } from '../../account/bindings.ts';

/** Bindings of an account that serves only its documentation. */
const bindings = {
  DB: { withSession: () => ({ getBookmark: () => null }) },
  ACCOUNT_ID: 'acc-documented',
} as unknown as AccountBindings;

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default {
  fetch(request: Request, { ZONE }: Partial<AccountBindings>, execution: ExecutionContext) {
    // It has no database for a standing, and accepts it as every account does.
    if (new URL(request.url).pathname === '/internal/v1/standing') return new Response(request.body);
    return createAccountApi().fetch(request, { ...bindings, ZONE: ZONE ?? '' }, execution);
  },
};
