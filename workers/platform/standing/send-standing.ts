import * as v from 'valibot';
import { accountAudience } from '../../../schema/factory/bindings.ts';
import { type Standing, standing as standingSchema } from '../../../schema/factory/standing.ts';
import { signPlatformToken } from '../../http/identity/platform-token.ts';
import type { PlatformBindings } from '../bindings.ts';

/** The result of one write to an account. */
export type SendOutcome =
  /** The account responded with its current standing, which may be another one than was sent. */
  | { readonly kind: 'stored'; readonly standing: Standing }
  | { readonly kind: 'failed'; readonly reason: string };

/** The account that receives a standing. */
export interface StandingTarget {
  readonly accountId: string;
  /** URL of the account's Worker. */
  readonly workerUrl: string;
  /** Aborts the call. */
  readonly signal: AbortSignal;
}

/** Writes a standing to an account's Worker, signed for that account and that body. Never rejects. */
export async function sendStanding(
  bindings: PlatformBindings,
  target: StandingTarget,
  standing: Standing,
  nowMs: number,
): Promise<SendOutcome> {
  try {
    const body = JSON.stringify(standing);
    const token = await signPlatformToken({
      signingKey: bindings.PLATFORM_SIGNING_KEY,
      audience: accountAudience(target.accountId),
      nowMs,
      body,
    });
    const response = await fetch(new URL('/internal/v1/standing', target.workerUrl), {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: target.signal,
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return { kind: 'failed', reason: `status ${response.status}` };
    }
    const stored = v.safeParse(standingSchema, await response.json());
    if (!stored.success) return { kind: 'failed', reason: 'not a standing' };
    return { kind: 'stored', standing: stored.output };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.name : typeof error };
  }
}
