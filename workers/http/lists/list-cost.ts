import { limits } from '../../../schema/model/limits.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import type { FieldError } from '../problems/request-error.ts';

/** The factors of a list's cost. */
interface ListSize {
  readonly filters: readonly ListCondition[];
  /** Rows of a page. */
  readonly limit: number;
  /** Fields that each row shows. */
  readonly fields: number;
}

/**
 * Checks a list against `limits.listCostMax`: each row of a page is compared with the filter values and written out
 * field by field.
 *
 * @returns The error, with a remedy.
 */
export function checkListCost({ filters, limit, fields }: ListSize): FieldError | undefined {
  const values = filters.reduce((sum, filter) => sum + filter.values.length, 0);
  const cost = limit * (values + fields);
  if (cost <= limits.listCostMax) return undefined;
  return {
    pointer: '#/query',
    detail: `costs ${cost} (rows × (values of filters + fields), ${limit} × (${values} + ${fields})), more than the maximum of ${limits.listCostMax}; request fewer rows, values or fields`,
  };
}
