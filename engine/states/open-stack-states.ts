import { fileURLToPath } from 'node:url';
import type { LockingCommandTools } from '../runner/locking-command.ts';
import { openCliStates } from './cli-states.ts';
import { openCloudStates } from './cloud-states.ts';
import { openFileStates } from './file-states.ts';
import type { StackStates } from './stack-states.ts';

/** A kind of state backend, by the scheme of its URL. */
interface StateBackend {
  /** Prefixes of the variables from which its own tools take credentials: `pulumi` gets these and no others. */
  readonly credentials: readonly string[];
  /** Throws when the URL is not valid for this kind. */
  open(tools: LockingCommandTools, url: string): StackStates;
}

/**
 * Every backend that Pulumi supports. Buckets and Postgres are one line each and share one implementation, because the
 * CLI hides their differences; a folder and Pulumi Cloud differ in more and have files of their own.
 */
const stateBackends: Readonly<Record<string, StateBackend>> = {
  'file:': { credentials: [], open: (tools, url) => openFileStates(tools, stateDirectory(url)) },
  's3:': { credentials: ['AWS_'], open: openCliStates },
  'gs:': { credentials: ['GOOGLE_'], open: openCliStates },
  'azblob:': { credentials: ['AZURE_'], open: openCliStates },
  'postgres:': { credentials: ['PG'], open: openCliStates },
  'https:': { credentials: ['PULUMI_ACCESS_TOKEN'], open: openCloudStates },
};

/** Opens the stacks of a backend. Throws, naming the supported schemes, when the URL has none of them. */
export function openStackStates(tools: LockingCommandTools, stateUrl: string): StackStates {
  return findBackend(stateUrl).open(tools, stateUrl);
}

/**
 * The variables of an environment that contain a backend's credentials.
 *
 * Throws, naming the supported schemes, when the URL has none of them.
 */
export function stateCredentials(
  stateUrl: string,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const { credentials } = findBackend(stateUrl);
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && credentials.some((prefix) => name.startsWith(prefix)) ? [[name, value]] : [],
    ),
  );
}

function findBackend(stateUrl: string): StateBackend {
  const backend = URL.canParse(stateUrl) ? stateBackends[new URL(stateUrl).protocol] : undefined;
  if (backend !== undefined) return backend;
  const schemes = Object.keys(stateBackends).map((scheme) => `${scheme}//`);
  throw new Error(`the state backend must be a URL that starts with ${schemes.join(', ')}`);
}

function stateDirectory(stateUrl: string): string {
  const { hash, host } = new URL(stateUrl);
  if (hash !== '' || host !== '') {
    throw new Error(
      'the state backend must be an absolute path behind file://, with %23 for #: file:///var/lib/freehold/state',
    );
  }
  return fileURLToPath(stateUrl);
}
