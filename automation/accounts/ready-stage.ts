import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { accountStates } from '../../schema/factory/account-states.ts';
import { signUpKind } from '../../schema/factory/operation-kinds.ts';
import { runAsStep } from './run-as-step.ts';
import type { Stage } from './stage.ts';
import type { StageTools } from './stage-tools.ts';

/** Waits before each further call, in milliseconds: a new host name takes a moment to be known everywhere. */
const defaultWaitsMs = [100, 200, 400, 800, 1_500, 3_000, 6_000];

/** The longest that one call may take, in milliseconds. */
const callTimeoutMs = 10_000;

/** The part of a problem document that says why an account is not served, and with which words. */
const problem = v.pipe(v.string(), v.parseJson(), v.object({ type: v.string(), title: v.string() }));

/** Types of the problems by which the platform closes an account: it is as it should be, and not served on purpose. */
const closedTypes = new Set(
  [accountStates.suspended, accountStates.offboarding].flatMap((state) =>
    state.isServed ? [] : [`urn:freehold:problem:${state.refusal.code}`],
  ),
);

/**
 * The last stage of an operation after which an account is served: calls the account's `/readyz` through the platform, as
 * people reach it. It calls nothing of Cloudflare's API. Pulumi compares a stack with its own state, so a Worker or a host
 * name that was deleted by someone else is noticed here.
 *
 * @param waitsMs Waits before the second and every further call. Default: about 12 seconds in total.
 */
export function createReadyStage(
  { platformUrl, nowMs }: Pick<StageTools, 'platformUrl' | 'nowMs'>,
  waitsMs: readonly number[] = defaultWaitsMs,
): Stage {
  return {
    name: 'ready',
    run: (context) =>
      runAsStep(context, 'ready', nowMs, async () => {
        const { slug } = context.request.account;
        const url = `${platformUrl}/a/${slug}/readyz`;
        let answer = await call(url);
        for (const waitMs of waitsMs) {
          if (answer.kind !== 'away') break;
          await sleep(waitMs);
          answer = await call(url);
        }
        if (answer.kind !== 'away') return { kind: 'succeeded', detail: answer.detail };
        const mayPass = context.request.kind === signUpKind || answer.isPlatformAway === true;
        return { kind: 'failed', failure: { kind: 'not_served', slug, url, detail: answer.detail, mayPass } };
      }),
  };
}

interface Answer {
  readonly kind: 'ready' | 'closed' | 'away';
  readonly detail: string;
  /** Whether the platform itself did not answer, which says nothing about the account. */
  readonly isPlatformAway?: boolean;
}

async function call(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(callTimeoutMs) });
    const parsed = v.safeParse(problem, await response.text());
    if (response.ok) return { kind: 'ready', detail: 'answers' };
    if (!parsed.success) return { kind: 'away', detail: `HTTP ${response.status}` };
    const { type, title } = parsed.output;
    if (closedTypes.has(type)) return { kind: 'closed', detail: title };
    return { kind: 'away', detail: `HTTP ${response.status}, ${title}` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'away', detail, isPlatformAway: true };
  }
}
