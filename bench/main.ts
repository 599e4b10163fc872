import { toTable, writeResult } from './report.ts';
import { accountApiSuite } from './suites/account-api.ts';
import { bootSuite } from './suites/boot.ts';
import { requestSuite } from './suites/request.ts';
import { signUpSuite } from './suites/sign-up.ts';
import { sizeSuite } from './suites/size.ts';
import { updateSuite } from './suites/update.ts';

const suites = [sizeSuite, signUpSuite, updateSuite, requestSuite, bootSuite, accountApiSuite];

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `no benchmark named ${unknown.join(', ')}; there are ${suites.map((suite) => suite.name).join(', ')}`,
  );
  process.exit(2);
}

for (const suite of suites.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n## ${suite.name}\n${suite.description}\n`);
  const measurements = await suite.run((line) => console.error(`  ${line}`));
  console.log(toTable(measurements));
  writeResult(suite, measurements, new Date());
}
