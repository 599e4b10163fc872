import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkTables } from '../model/check-tables.ts';
import { currentDatabase, migrationsFolder, tablesOf } from './database-definition.ts';
import { writeMigration } from './write-migration.ts';

const usage = `Usage: npm run migration:new -- --tier account|platform --name add_case_notes [--empty]

Compares the models with the existing migrations and writes the next one.
--empty  also writes the file when the change needs SQL by hand, for you to fill in.`;

/** Exit code: 0 written or nothing to write, 1 refused with the reasons on stderr, 2 usage error. */
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    console.error(usage);
    return 2;
  }
  const { tier, name, empty } = options;
  const mistakes = checkTables(tablesOf[tier]);
  if (mistakes.length > 0) {
    console.error(mistakes.join('\n'));
    return 1;
  }
  const folder = fileURLToPath(migrationsFolder(tier));
  const outcome = await writeMigration({ tier, name, empty, folder, database: currentDatabase(tier) });
  switch (outcome.kind) {
    case 'written':
      console.log(`schema/migrations/${tier}/${outcome.file}: ${outcome.statements} statements`);
      return 0;
    case 'unchanged':
      console.log(`The migrations of the ${tier} database are up to date with the models.`);
      return 0;
    case 'refused':
      console.error(outcome.reasons.join('\n'));
      return 1;
  }
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tier: { type: 'string' },
        name: { type: 'string' },
        empty: { type: 'boolean', default: false },
      },
    });
    const { tier, name, empty } = values;
    return (tier === 'account' || tier === 'platform') && name !== undefined
      ? ({ tier, name, empty } as const)
      : undefined;
  } catch {
    return undefined; // parseArgs throws for an option it does not know.
  }
}
