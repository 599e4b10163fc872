import * as v from 'valibot';

const deploymentsSchema = v.object({
  deployments: v.array(
    v.object({
      id: v.string(),
      uri: v.optional(v.string()),
      services: v.array(v.object({ name: v.string() })),
    }),
  ),
});

/**
 * Makes the handlers at an endpoint the ones that all invocations of these objects go to, old ones included.
 *
 * @param adminUrl Restate's administration.
 * @param objects Names of the objects that the endpoint serves.
 * @throws With Restate's own words when it refuses.
 */
export async function registerHandlers(
  adminUrl: string,
  endpointUrl: string,
  objects: readonly string[],
): Promise<void> {
  const { deployments } = v.parse(deploymentsSchema, await call('GET', `${adminUrl}/deployments`));
  const uri = `${endpointUrl}/`;
  // Journals are pinned to a deployment: one that stands for another port of this service is moved, not replaced.
  const moved = deployments.filter(
    (deployment) =>
      deployment.uri !== undefined &&
      deployment.uri !== uri &&
      deployment.services.some(({ name }) => objects.includes(name)),
  );
  for (const { id } of moved) {
    await call('PATCH', `${adminUrl}/deployments/${id}`, { uri: endpointUrl, overwrite: true });
  }
  if (moved.length === 0) await call('POST', `${adminUrl}/deployments`, { uri: endpointUrl, force: true });
}

async function call(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    signal: AbortSignal.timeout(15_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`Restate answered ${response.status} to ${method} ${url}: ${text.slice(0, 500)}`);
  }
  return JSON.parse(text);
}
