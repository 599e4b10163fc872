import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../clients/typescript/problem.ts';
import { NoAnswer } from './client/failure.ts';
import { CommandFailure, Interrupted, UsageFailure } from './command-failure.ts';
import { reportFailure } from './report-failure.ts';
import { scriptContext } from './testing/script-context.ts';

function report(error: unknown, json = false) {
  const written = { stdout: '', stderr: '' };
  const exitCode = reportFailure(scriptContext('/nowhere', written), error, json);
  expect(written.stdout).toBe('');
  return { exitCode, stderr: written.stderr };
}

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${trace}-00f067aa0ba902b7-01`;
function refusal(status: number, errors?: { pointer: string; detail: string }[]): ApiProblem {
  const problem = { type: 'urn:freehold:problem:test', title: 'It was refused', status };
  const response = new Response('', { status, headers: { traceparent } });
  return new ApiProblem(errors === undefined ? problem : { ...problem, errors }, response);
}

describe('the failure of a command', () => {
  it.each([
    [new CommandFailure('there is no account'), 1],
    [new NoAnswer('nothing answers'), 1],
    [new UsageFailure('give --slug'), 2],
    [new Interrupted('it goes on'), 130],
  ])('is one sentence on stderr, and an exit code: %s', (error, exitCode) => {
    expect(report(error)).toEqual({ exitCode, stderr: `freehold: ${error.message}\n` });
    const { stderr } = report(error, true);
    expect(JSON.parse(stderr)).toEqual({ error: { message: error.message, exitCode } });
  });

  it('names the option that is wrong', () => {
    const { stderr } = report(refusal(409, [{ pointer: '#/slug', detail: 'is taken' }]));
    expect(stderr).toBe('freehold: It was refused\n  --slug is taken (HTTP 409)\n');
  });

  it('says where a failure of the API is in the logs', () => {
    expect(report(refusal(500)).stderr).toContain(
      `(HTTP 500)\n  What happened is in the logs: freehold logs -n 500 | grep ${trace}`,
    );
    expect(report(refusal(422)).stderr).not.toContain('logs');
  });

  it('has the whole problem document and the trace with --json', () => {
    const error = refusal(409, [{ pointer: '#/slug', detail: 'is taken' }]);
    expect(JSON.parse(report(error, true).stderr)).toEqual({
      error: {
        message: 'It was refused\n  --slug is taken (HTTP 409)',
        exitCode: 1,
        problem: error.problem,
        traceparent,
      },
    });
  });

  it('says what to do about a file that cannot be used', () => {
    const error = Object.assign(new Error('EROFS: x'), {
      code: 'EROFS',
      syscall: 'open',
      path: '/home/of/freehold',
    });
    const { exitCode, stderr } = report(error);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^freehold: .*\/home\/of\/freehold.*\n$/);
    expect(stderr).not.toContain('report-failure.test.ts');
  });

  it('shows the stack of a bug', () => {
    expect(report(new TypeError('x is not a function')).stderr).toContain('report-failure.test.ts');
  });
});
