import { createConfig, lintFromString } from '@redocly/openapi-core';

/** What a strict public ruleset, Redocly's `recommended-strict`, finds in a document: one line each, where and what. */
export async function lintDocument(text: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  return problems.map(
    ({ ruleId, message, location }) => `${location[0]?.pointer ?? '#/'} ${ruleId}: ${message}`,
  );
}
