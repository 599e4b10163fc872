import { fileURLToPath } from 'node:url';
import type { LockingCommandTools } from '../runner/locking-command.ts';
import { openCliStates } from './cli-states.ts';
import { openCloudStates } from './cloud-states.ts';
import { openFileStates } from './file-states.ts';
import type { StackStates } from './stack-states.ts';

/** A kind of state backend, by the scheme of its URL. */
interface StateBackend {
  /** Beginnings of the variables by which its own tools take credentials: `pulumi` is given these and no others. */
  readonly credentials: readonly string[];
  /** Throws when the URL is not one of the kind. */
  open(tools: LockingCommandTools, url: string): StackStates;
}

/**
 * Every backend that Pulumi has. Buckets and Postgres are a line here and share one implementation, because the CLI
 * hides all else in which they differ; a folder and Pulumi Cloud have files of their own for what it does not hide.
 */
const stateBackends: Readonly<Record<string, StateBackend>> = {
  'file:': { credentials: [], open: (tools, url) => openFileStates(tools, stateDirectory(url)) },
  's3:': { credentials: ['AWS_'], open: openCliStates },
  'gs:': { credentials: ['GOOGLE_'], open: openCliStates },
  'azblob:': { credentials: ['AZURE_'], open: openCliStates },
  'postgres:': { credentials: ['PG'], open: openCliStates },
  'https:': { credentials: ['PULUMI_ACCESS_TOKEN'], open: openCloudStates },
};

/** Opens the stacks of a backend. Throws, naming the schemes there are, when the URL is not one. */
export function openStackStates(tools: LockingCommandTools, stateUrl: string): StackStates {
  return findBackend(stateUrl).open(tools, stateUrl);
}

/**
 * The variables of an environment that a backend takes its credentials from.
 *
 * Throws, naming the schemes there are, when the URL is not one of a backend.
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
