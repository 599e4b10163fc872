import { createAccountApi } from './api.ts';
import type { AccountBindings } from './bindings.ts';

/** The Worker of one account: the same bundle for every account, told apart by its bindings alone. */
export default {
  fetch: createAccountApi().fetch,
} satisfies ExportedHandler<AccountBindings>;
