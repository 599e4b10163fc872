import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { okResponse } from '../../clients/typescript/problem.ts';
import { signText, toSignedText } from '../../schema/factory/message-signature.ts';
import type { RunningFactory } from '../connect.ts';
import { send } from './failure.ts';

const deployment = v.object({ release: v.string(), digest: v.string() });

const acceptedDeployment = v.object({
  release: v.string(),
  /** How many deployments have ended before it. */
  endingsBefore: v.number(),
});

const platformStatus = v.object({
  endings: v.number(),
  deployed: v.optional(v.object({ ...deployment.entries, databaseId: v.string() })),
  running: v.optional(deployment),
  last: v.optional(
    v.object({
      ...deployment.entries,
      status: v.picklist(['succeeded', 'failed', 'stalled']),
      changes: v.optional(v.record(v.string(), v.number())),
      reason: v.optional(v.string()),
    }),
  ),
});

/** The platform's deployments as the service tells them. */
export type ShownPlatform = v.InferOutput<typeof platformStatus>;
/** A deployment that the service has accepted. */
export type AcceptedDeployment = v.InferOutput<typeof acceptedDeployment>;

/** The service's own API. Requests are signed with the secret of the factory, which only its owner has. */
export interface ServiceClient {
  /** @param release Default: the current release of the service's home. */
  deployPlatform(release?: string): Promise<AcceptedDeployment>;
  readPlatform(): Promise<ShownPlatform>;
}

/** Opens the service of a running factory. Its methods throw an ApiProblem or NoAnswer. */
export function openService({ endpoints, secrets }: RunningFactory): ServiceClient {
  const call = async <Schema extends v.GenericSchema>(
    schema: Schema,
    method: 'GET' | 'POST',
    path: string,
    body = '',
  ): Promise<v.InferOutput<Schema>> => {
    const text = toSignedText(method, path, body);
    const headers = await signText([secrets.automationSecret], `msg_${randomUUID()}`, text, Date.now());
    const response = await send(
      new Request(`${endpoints.automation}${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body === '' ? {} : { body }),
      }),
    );
    return v.parse(schema, await (await okResponse(response)).json());
  };
  return {
    deployPlatform: (release) =>
      call(
        acceptedDeployment,
        'POST',
        '/v1/platform/deployments',
        JSON.stringify(release === undefined ? {} : { release }),
      ),
    readPlatform: () => call(platformStatus, 'GET', '/v1/platform'),
  };
}
