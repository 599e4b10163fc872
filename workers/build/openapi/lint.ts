import { createConfig, lintFromString } from '@redocly/openapi-core';

/** Lints a document with Redocly's strict public ruleset, `recommended-strict`: one line per finding, with its location. */
export async function lintDocument(text: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  return problems.map(
    ({ ruleId, message, location }) => `${location[0]?.pointer ?? '#/'} ${ruleId}: ${message}`,
  );
}
