import type { PulumiFailure } from '../../engine/runner/pulumi-failure.ts';
import type { PlatformClient } from '../platform/platform-client.ts';
import type { OperationRequest } from './operation-request.ts';

/**
 * Finds out why an account may not be built: it is leaving, or has left, since the operation was asked for. A late one
 * would make resources again that nobody knows of.
 *
 * @returns Nothing when the account may be built.
 */
export async function findDepartureFault(
  platform: PlatformClient,
  { operationId, account }: OperationRequest,
): Promise<PulumiFailure | undefined> {
  const answer = await platform.readOperation(operationId);
  switch (answer.kind) {
    case 'unavailable':
      return {
        kind: 'service_failed',
        message: `the platform does not say how account ${account.slug} is: ${answer.detail}`,
      };
    case 'refused':
      return {
        kind: 'refused',
        message: `the platform does not tell how account ${account.slug} is: ${answer.detail}`,
      };
    case 'answered': {
      const status = answer.operation.accountStatus;
      if (status !== 'offboarding' && status !== 'offboarded') return undefined;
      return {
        kind: 'refused',
        message: `account ${account.slug} is ${status}: nothing is built for it any more`,
      };
    }
  }
}
