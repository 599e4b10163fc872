import { toTable, writeResult } from './report.ts';
import { accountApiSuite } from './suites/account-api.ts';
import { bootSuite } from './suites/boot.ts';
import { requestSuite } from './suites/request.ts';
import { signUpSuite } from './suites/sign-up.ts';
import { sizeSuite } from './suites/size.ts';
import { updateSuite } from './suites/update.ts';
import { watchSuite } from './suites/watch.ts';

const suites = [sizeSuite, signUpSuite, updateSuite, requestSuite, bootSuite, watchSuite, accountApiSuite];

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `no benchmark named ${unknown.join(', ')}; there are ${suites.map((suite) => suite.name).join(', ')}`,
  );
  process.exit(2);
}

// The million clients take a quarter of an hour and five gigabytes, so this suite only runs when it is named.
const usual = suites.filter((suite) => suite !== accountApiSuite);
for (const suite of asked.length === 0 ? usual : suites.filter(({ name }) => asked.includes(name))) {
  console.log(`\n## ${suite.name}\n${suite.description}\n`);
  const measurements = await suite.run((line) => console.error(`  ${line}`));
  console.log(toTable(measurements));
  writeResult(suite, measurements, new Date());
}
