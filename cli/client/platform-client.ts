import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { accountStatuses } from '../../schema/factory/account-states.ts';
import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import { operationStep } from '../../schema/factory/operation-messages.ts';
import { operationStatuses } from '../../schema/factory/operation-states.ts';
import { oneOf } from '../../schema/model/fields.ts';
import type { TokenSource } from './access-tokens.ts';
import { RequestFailure, toRequestFailure, unreachable } from './request-failure.ts';

const AccountSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  slug: v.string(),
  status: oneOf(accountStatuses),
  plan: v.string(),
  region: v.string(),
  release: v.optional(v.nullable(v.string())),
  databaseId: v.optional(v.nullable(v.string())),
  createdAt: v.string(),
});

const OperationSchema = v.looseObject({
  id: v.string(),
  kind: v.string(),
  accountId: v.string(),
  status: oneOf(operationStatuses),
  steps: v.array(v.looseObject(operationStep.entries)),
  apiCalls: v.optional(v.number(), 0),
  reason: v.optional(v.nullable(v.string())),
  createdAt: v.optional(v.string()),
  updatedAt: v.optional(v.string()),
});

const AcceptedSchema = v.object({ account: AccountSchema, operation: OperationSchema });
const OperationListSchema = v.object({ items: v.array(OperationSchema) });
const AccountListSchema = v.object({
  items: v.array(AccountSchema),
  nextCursor: v.optional(v.nullable(v.string())),
});

/** A firm as the platform shows it; fields that this client does not know are kept. */
export type ShownAccount = v.InferOutput<typeof AccountSchema>;
/** What the factory does to one account, with its steps so far. */
export type ShownOperation = v.InferOutput<typeof OperationSchema>;
/** Answer to what takes a while: the account as it is now, and the operation to watch. */
export type AcceptedOperation = v.InferOutput<typeof AcceptedSchema>;

/** What a person gives to sign a firm up. */
export interface SignUp {
  readonly name: string;
  readonly slug: string;
  readonly plan?: string;
  readonly region?: string;
}

/** Repetitions of a request that is safe to repeat, while a part of the factory restarts. */
const ATTEMPTS_MAX = 4;
const RETRY_DELAY_MS = 400;

/** The platform's public HTTP API, as one person. Every method throws `RequestFailure` when it is refused. */
export class PlatformClient {
  readonly #origin: string;
  readonly #token: TokenSource;

  /** @param origin `platform` of the endpoints. */
  constructor(origin: string, token: TokenSource) {
    this.#origin = origin;
    this.#token = token;
  }

  /** Signs a firm up. One call is one sign-up, however often its request is repeated underway. */
  createAccount(signUp: SignUp): Promise<AcceptedOperation> {
    return this.#send(AcceptedSchema, '/v1/accounts', signUp);
  }

  /** Accounts that this person may see, all pages. */
  async listAccounts(status?: string): Promise<ShownAccount[]> {
    const accounts: ShownAccount[] = [];
    let cursor: string | null | undefined;
    do {
      const query = new URLSearchParams({
        limit: '100',
        ...(status === undefined ? {} : { status }),
        ...(cursor ? { cursor } : {}),
      });
      const page = await this.#get(AccountListSchema, `/v1/accounts?${query}`);
      accounts.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return accounts;
  }

  /** @param name Id or slug. */
  readAccount(name: string): Promise<ShownAccount> {
    return this.#get(AccountSchema, accountPath(name));
  }

  /** The account, or undefined when there is none that this person may see. */
  async findAccount(name: string): Promise<ShownAccount | undefined> {
    try {
      return await this.readAccount(name);
    } catch (error) {
      if (error instanceof RequestFailure && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Asks for an operation on an account, with what its kind takes. */
  startOperation(
    name: string,
    kind: OperationKind,
    input: Readonly<Record<string, string>> = {},
  ): Promise<AcceptedOperation> {
    return this.#send(AcceptedSchema, `${accountPath(name)}/operations`, { ...input, kind });
  }

  /** The operation of this kind that was asked for last on an account; undefined when there was none. */
  async findLastOperation(name: string, kind: OperationKind): Promise<ShownOperation | undefined> {
    const query = new URLSearchParams({ kind, sort: '-createdAt', limit: '1' });
    const page = await this.#get(OperationListSchema, `${accountPath(name)}/operations?${query}`);
    return page.items[0];
  }

  /** The 20 operations that were asked for last on an account, the last one first. */
  async listLastOperations(name: string): Promise<readonly ShownOperation[]> {
    const query = new URLSearchParams({ sort: '-createdAt', limit: '20' });
    return (await this.#get(OperationListSchema, `${accountPath(name)}/operations?${query}`)).items;
  }

  readOperation(id: string): Promise<ShownOperation> {
    return this.#get(OperationSchema, `/v1/operations/${encodeURIComponent(id)}`);
  }

  /** Opens the event stream of an operation, from the revision after the one given. */
  async openEvents(id: string, lastEventId: string, signal?: AbortSignal): Promise<Response> {
    const url = `${this.#origin}/v1/operations/${encodeURIComponent(id)}/events`;
    const response = await this.#fetch(url, {
      headers: {
        accept: 'text/event-stream',
        ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }),
      },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await toRequestFailure(response);
    return response;
  }

  #get<Schema extends v.GenericSchema>(schema: Schema, path: string): Promise<v.InferOutput<Schema>> {
    return this.#request(schema, path, {});
  }

  #send<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    body: object,
  ): Promise<v.InferOutput<Schema>> {
    return this.#request(schema, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  }

  async #request<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    init: RequestInit,
  ): Promise<v.InferOutput<Schema>> {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === ATTEMPTS_MAX;
      try {
        const response = await this.#fetch(`${this.#origin}${path}`, init);
        if (response.ok) return v.parse(schema, await response.json());
        const busy = response.status >= 502 && response.status <= 504;
        if (!busy || last) throw await toRequestFailure(response);
        await response.body?.cancel();
      } catch (error) {
        if (last || !(error instanceof RequestFailure) || error.status !== undefined) throw error;
      }
      await sleep(RETRY_DELAY_MS * attempt);
    }
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await this.#token()}`);
    return fetch(url, { ...init, headers }).catch((error: unknown) => {
      throw unreachable(url, error);
    });
  }
}

function accountPath(name: string): string {
  return `/v1/accounts/${encodeURIComponent(name)}`;
}

/** Reads an operation from an event of its stream. */
export function parseOperation(data: string): ShownOperation {
  return v.parse(OperationSchema, JSON.parse(data));
}
