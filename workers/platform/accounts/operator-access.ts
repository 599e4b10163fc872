import type { Authorize } from '../../http/collection/access.ts';
import { tokenAccess } from '../../http/collection/token-access.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import type { PlatformBindings } from '../bindings.ts';
import { requireOperator } from './caller.ts';

/** Operators read and write; 403 for anyone else. */
export const operatorsOnly: Authorize<PlatformBindings> = async (context) => {
  const caller = await requireOperator(context);
  return isRefusal(caller) ? caller : tokenAccess(caller);
};
