import { APIConnectionError, APIError } from 'cloudflare/error';
import { describe, expect, it } from 'vitest';
import {
  classifyMessages,
  describePulumiFailure,
  judgePulumiFailure,
  type PulumiFailure,
  toFailure,
} from './pulumi-failure.ts';

const url = 'https://api.cloudflare.com/client/v4/accounts/a/d1/database';

describe('a failed run is', () => {
  it.each<[string, readonly string[], PulumiFailure['kind'], ReturnType<typeof judgePulumiFailure>]>([
    [
      'repeated after a server error',
      [`POST "${url}": 503 Service Unavailable: try later`],
      'api_refused',
      'retry',
    ],
    [
      'repeated after too many calls',
      [`POST "${url}": 429 Too Many Requests: (code 971)`],
      'api_refused',
      'retry',
    ],
    ['final after a bad request', [`POST "${url}": 400 Bad Request: no (code 7400)`], 'api_refused', 'fail'],
    [
      'final when any of its errors is',
      [`PUT "${url}": 500 x`, `POST "${url}": 403 Forbidden: no`],
      'api_refused',
      'fail',
    ],
    [
      'repeated when there was no answer',
      [`POST "${url}": no answer: connect ECONNREFUSED`],
      'api_unreachable',
      'retry',
    ],
    [
      'repeated when a call was aborted',
      [`PUT "${url}": given up, because the operation was cancelled`],
      'api_unreachable',
      'retry',
    ],
    [
      'repeated, with an adoption, when a name is taken',
      [`POST "${url}": 400 Bad Request: A database with that name already exists (code 7502)`],
      'already_exists',
      'retry',
    ],
    [
      "repeated, with an adoption, when Cloudflare's own plugin finds a name taken",
      [
        `POST "https://api.cloudflare.com/client/v4/accounts/a/r2/buckets": 409 Conflict {"success":false,"errors":[{"code": 10004,"message":"x"}]}`,
      ],
      'already_exists',
      'retry',
    ],
    [
      'repeated, with an adoption, when a route with the pattern exists',
      [
        `POST "https://api.cloudflare.com/client/v4/zones/z/workers/routes": 409 Conflict: a route with the same pattern already exists (code 10020)`,
      ],
      'already_exists',
      'retry',
    ],
    [
      'final when a number in the URL merely looks like the code of a taken name',
      ['PUT "http://127.0.0.1:10004/client/v4/accounts/a/workers/scripts/x": 400 Bad Request: no'],
      'api_refused',
      'fail',
    ],
    [
      'repeated when the answer cannot be parsed',
      [`POST "${url}": the answer cannot be used: no JSON: <html>`],
      'api_unreachable',
      'retry',
    ],
    [
      'repeated when another process has locked the stack',
      ['error: the stack is currently locked by 1 lock(s). Either wait'],
      'stack_locked',
      'retry',
    ],
    [
      'repeated when Pulumi Cloud says that another update is under way',
      ['error: [409] Conflict: Another update is currently in progress.'],
      'stack_locked',
      'retry',
    ],
    [
      'repeated when a provider was lost',
      ['rpc error: code = Unavailable desc = error reading from server: EOF'],
      'plugin_lost',
      'retry',
    ],
    [
      'final when SQLite refuses a migration',
      [
        'migration 0002_add.sql failed and was rolled back: no such table: x; the database stands at 0001_initial.sql',
      ],
      'refused',
      'fail',
    ],
    [
      'final when a migration was edited',
      ['migration 0001_initial.sql: was edited after it was applied'],
      'refused',
      'fail',
    ],
    [
      'final when the configuration is wrong',
      ['stack acc-1: factory:plan: must be one of standard, plus'],
      'refused',
      'fail',
    ],
  ])('%s', (_, messages, kind, verdict) => {
    const failure = classifyMessages(messages);
    expect(failure.kind).toBe(kind);
    expect(judgePulumiFailure(failure)).toBe(verdict);
  });
});

describe('the reason of a failure', () => {
  it('is the root cause, without the text that the engine adds', () => {
    const failure = classifyMessages([
      '\u001b[31merror:\u001b[0m 1 error occurred:\n\t* migration 0002_add.sql failed and was rolled back: near "TABEL": syntax error\n\n',
      'update failed',
    ]);
    expect(describePulumiFailure(failure)).toBe(
      'migration 0002_add.sql failed and was rolled back: near "TABEL": syntax error',
    );
  });

  it('leaves the stack of a program’s error out', () => {
    const failure = classifyMessages([
      'Unhandled exception: Error: migration 0007_x.sql comes as number 2\n    at toFile (file:///a.ts:1:2)\n    at async run (file:///b.ts:3:4)',
      'migration 0007_x.sql comes as number 2',
    ]);
    expect(describePulumiFailure(failure)).toBe('migration 0007_x.sql comes as number 2');
  });

  it.each([
    `freehold:index:DatabaseMigrations resource 'migrations': property checksums value {map[${'0001_x.sql:{9f86d0}'.repeat(90)}]} has a problem: `,
    "freehold:index:DatabaseMigrations resource 'migrations' has a problem: ",
  ])('leaves out the value that a resource refuses: %.60s…', (prefix) => {
    const reason = 'migration 0001_x was edited after it was applied: restore the file';
    const failure = classifyMessages([`error: ${prefix}${reason}`]);
    expect(describePulumiFailure(failure)).toBe(reason);
  });

  it('names the signal that ended pulumi', () => {
    expect(describePulumiFailure({ kind: 'killed', signal: 'SIGKILL' })).toBe(
      'pulumi was stopped from outside by SIGKILL',
    );
  });

  it('makes the operation stall, not fail, when the service keeps dying in it', () => {
    expect(judgePulumiFailure({ kind: 'interrupted_too_often', times: 11 })).toBe('stall');
  });
});

describe('an error of the service itself', () => {
  it('names Cloudflare’s API, its status and its codes', () => {
    const body = { success: false, errors: [{ code: 10001, message: 'Internal error' }], messages: [] };
    const failure = toFailure(APIError.generate(503, body, undefined, new Headers()));
    expect(failure).toEqual({
      kind: 'api_refused',
      status: 503,
      message: "Cloudflare's API answered 503: Internal error (code 10001)",
    });
    expect(judgePulumiFailure(failure)).toBe('retry');
  });

  it('names Cloudflare’s API when nothing answers', () => {
    const failure = toFailure(new APIConnectionError({ message: 'Connection error.' }));
    expect(failure).toEqual({
      kind: 'api_unreachable',
      message: "Cloudflare's API cannot be reached: Connection error.",
    });
  });

  it('is the service’s trouble otherwise', () => {
    expect(toFailure(new Error('ENOSPC'))).toEqual({ kind: 'service_failed', message: 'ENOSPC' });
  });
});
