import { randomUUID } from 'node:crypto';
import type { OpenedRelease, ReleasedTier } from '../../infra/release/open-release.ts';
import { isFinalRefusal } from '../../schema/factory/final-refusal.ts';
import { signText, toSignedText } from '../../schema/factory/message-signature.ts';
import { type ReleaseMessage, releasePath } from '../../schema/factory/release-message.ts';

/** The result of a report. */
export type ReleaseReport =
  | { readonly kind: 'stored' }
  /** The platform refuses it, now and later. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Tells the platform which releases exist. */
export interface ReleaseReports {
  /** Reports a release; repeating a report changes nothing. Never throws. */
  report(release: OpenedRelease): Promise<ReleaseReport>;
}

export interface ReleaseReportsOptions {
  readonly platformUrl: string;
  /** Standard Webhooks secret, `whsec_…`. */
  readonly secret: string;
  /** Default 10 000. */
  readonly timeoutMs?: number;
}

/** Opens the platform's internal API for releases. */
export function openReleaseReports(options: ReleaseReportsOptions): ReleaseReports {
  const platformUrl = options.platformUrl.replace(/\/+$/, '');
  return {
    async report(release) {
      const path = releasePath(release.name);
      const body = JSON.stringify(toMessage(release));
      const text = toSignedText('PUT', path, body);
      try {
        const response = await fetch(`${platformUrl}${path}`, {
          method: 'PUT',
          headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            ...(await signText([options.secret], `msg_${randomUUID()}`, text, Date.now())),
          },
          body,
          redirect: 'manual',
          signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
        });
        if (response.ok) {
          await response.body?.cancel();
          return { kind: 'stored' };
        }
        const detail = `HTTP ${response.status}: ${(await response.text()).slice(0, 500)}`;
        // 409: the platform has another release of this name.
        const isFinal = response.status === 409 || isFinalRefusal(response.status);
        return { kind: isFinal ? 'refused' : 'unavailable', detail };
      } catch (error) {
        return { kind: 'unavailable', detail: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function toMessage({ name, createdAt, account, platform }: OpenedRelease): ReleaseMessage {
  return {
    name,
    accountBundleSha256: account.bundle.sha256,
    platformBundleSha256: platform.bundle.sha256,
    accountMigration: latestMigration(account),
    platformMigration: latestMigration(platform),
    madeAt: createdAt,
  };
}

/** Name of the newest migration; empty for a schema without any. */
export function latestMigration({ migrations }: ReleasedTier): string {
  return Object.keys(migrations.checksums).at(-1) ?? '';
}
