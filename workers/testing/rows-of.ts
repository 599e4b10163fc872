import type { D1Database } from '@cloudflare/workers-types';

/**
 * Every row of every table as text: nothing was written if it is the same before and after. The seals of the audit
 * trail are left out, because they follow some seconds later.
 */
export async function dumpRows(database: D1Database): Promise<string> {
  const tables = await database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like '\\_%' escape '\\' and name not like 'sqlite%' and name <> 'audit_seals'",
    )
    .all<{ name: string }>();
  const names = tables.results.map(({ name }) => name);
  const rows = await database.batch(
    names.map((name) => database.prepare(`select * from ${name} order by 1, 2`)),
  );
  return rows.map(({ results }, index) => `${names[index]} ${JSON.stringify(results)}`).join('\n');
}
