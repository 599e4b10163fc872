import { createConfig, lintFromString } from '@redocly/openapi-core';

// Routes such as `/livez` and `/docs` take no token, no parameter and no body, so that no request for them is refused.
const rules = { 'operation-4xx-response': 'off' } as const;

/** Lints a document with Redocly's strict public ruleset, `recommended-strict`: one line per finding, with its location. */
export async function lintDocument(text: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended-strict'], rules });
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  return problems.map(
    ({ ruleId, message, location }) => `${location[0]?.pointer ?? '#/'} ${ruleId}: ${message}`,
  );
}
