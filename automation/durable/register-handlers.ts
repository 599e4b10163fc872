import * as v from 'valibot';
import type { RestateEndpoint } from './restate-endpoint.ts';

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
 * Directs all invocations of these objects, including existing ones, to the handlers at an endpoint.
 *
 * @param admin Restate's administration.
 * @param objects Names of the objects that the endpoint serves.
 * @throws With Restate's message when it refuses.
 */
export async function registerHandlers(
  admin: RestateEndpoint,
  endpointUrl: string,
  objects: readonly string[],
): Promise<void> {
  const { deployments } = v.parse(deploymentsSchema, await call(admin, 'GET', '/deployments'));
  const uri = `${endpointUrl}/`;
  // Journals are pinned to a deployment, so a deployment with an older port of this service is moved, not replaced.
  const moved = deployments.filter(
    (deployment) =>
      deployment.uri !== undefined &&
      deployment.uri !== uri &&
      deployment.services.some(({ name }) => objects.includes(name)),
  );
  for (const { id } of moved) {
    await call(admin, 'PATCH', `/deployments/${id}`, { uri: endpointUrl, overwrite: true });
  }
  if (moved.length === 0) await call(admin, 'POST', '/deployments', { uri: endpointUrl, force: true });
}

async function call(admin: RestateEndpoint, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await admin.fetch(`${admin.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    signal: AbortSignal.timeout(15_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`Restate answered ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`);
  }
  return JSON.parse(text);
}
