import { limits } from '../../../schema/model/limits.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import type { FieldError } from '../problems/request-error.ts';

/** What makes a list dear. */
interface ListSize {
  readonly filters: readonly ListCondition[];
  /** Rows of a page. */
  readonly limit: number;
  /** Fields that each row shows. */
  readonly fields: number;
}

/**
 * Holds a list to `limits.listCostMax`: every row of a page is compared with the values of the filters and written
 * out field by field.
 *
 * @returns What is wrong, with what would help.
 */
export function checkListCost({ filters, limit, fields }: ListSize): FieldError | undefined {
  const values = filters.reduce((sum, filter) => sum + filter.values.length, 0);
  const cost = limit * (values + fields);
  if (cost <= limits.listCostMax) return undefined;
  return {
    pointer: '#/query',
    detail: `costs ${cost} (rows × (values of filters + fields), ${limit} × (${values} + ${fields})) of at most ${limits.listCostMax}; ask for fewer rows, values or fields`,
  };
}
