import { randomUUID } from 'node:crypto';
import type { ImportSummary, LineOutcome } from '../account/bulk/import-outcome.ts';
import type { TestAccount } from './account-worker.ts';
import type { ApiAnswer } from './api-client.ts';

/** The parsed response of an import. */
export interface ImportAnswer {
  readonly answer: ApiAnswer;
  readonly outcomes: readonly LineOutcome[];
  readonly problem: Record<string, unknown> | undefined;
  readonly summary: (ImportSummary & { readonly bookmark: string | null }) | undefined;
}

/** Sends an import of a test. */
export async function sendImport(
  account: TestAccount,
  token: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<ImportAnswer> {
  const answer = await account.call(`/v1/imports/${path}`, {
    method: 'POST',
    token,
    body,
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': randomUUID(), ...headers },
  });
  return { answer, ...readAnswer(answer.text) };
}

/** Lines of an import's response, complete or not. */
export function readAnswer(text: string): Omit<ImportAnswer, 'answer'> {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return {
    outcomes: lines.filter((line) => 'status' in line),
    problem: lines.find((line) => 'problem' in line)?.problem,
    summary: lines.find((line) => 'summary' in line)?.summary,
  };
}

/** Values as NDJSON. */
export function toNdjson(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
