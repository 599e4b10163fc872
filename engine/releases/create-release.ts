import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildFailure } from 'esbuild';
import * as v from 'valibot';
import { nameOfContents, type ReleaseContents, type ReleaseManifest } from '../../infra/release/manifest.ts';
import type { OpenedRelease } from '../../infra/release/open-release.ts';
import { describeReleaseFailure } from '../../infra/release/release-failure.ts';
import { filesOfRelease } from '../../infra/release/release-files.ts';
import { isReleaseName } from '../../schema/factory/names.ts';
import { projectRoot } from '../../system/home/home.ts';
import { waitForLock } from '../../system/process-lock.ts';
import { readJsonFileOrNone } from '../../system/read-json-file.ts';
import { syncFolder, writeFileAtomically } from '../../system/write-file.ts';
import type { SourceProblem } from './check-sources.ts';
import type { ReleaseStore } from './release-store.ts';
import { fingerprintSources } from './source-fingerprint.ts';

/** Why no release was made. */
export type CreateReleaseProblem =
  | SourceProblem
  /** The sources do not build; the text has file, line and reason of the first error. */
  | { readonly kind: 'build_failed'; readonly detail: string }
  /** The models build and cannot be loaded: a definition that is refused. The text says which. */
  | { readonly kind: 'models_invalid'; readonly detail: string };

/** What came of making a release of the sources. */
export type CreatedRelease =
  | { readonly kind: 'released'; readonly release: OpenedRelease; readonly existed: boolean }
  | CreateReleaseProblem;

const sourcesFile = v.strictObject({
  /** What the sources were when the release was made. */
  fingerprint: v.string(),
  release: v.pipe(v.string(), v.check(isReleaseName)),
});

/** Prefix of folders that are not releases yet. */
const draftPrefix = '.draft-';

/**
 * Makes a release of the project's sources: checks them, builds both Workers and the program, and stores them under the
 * name that follows from the contents. Sources that were released before are recognised without a build. One process
 * makes a release at a time; others wait.
 *
 * @param now The clock.
 * @throws When the file system refuses; no part of a release is left then.
 */
export async function createRelease(store: ReleaseStore, now: () => Date): Promise<CreatedRelease> {
  await mkdir(store.folder, { recursive: true });
  const lock = await waitForLock(join(store.folder, 'create.lock'), () => {});
  try {
    return await createLocked(store, now);
  } finally {
    lock.release();
  }
}

/** Name of the release that was last made, if it was made of the sources as they are now. Builds nothing. */
export async function findReleaseOfSources(store: ReleaseStore): Promise<string | undefined> {
  return findReleaseOf(store, await fingerprintSources(projectRoot));
}

async function findReleaseOf(store: ReleaseStore, fingerprint: string): Promise<string | undefined> {
  const last = await readJsonFileOrNone(sourcesPathOf(store), sourcesFile);
  return last?.fingerprint === fingerprint ? last.release : undefined;
}

function sourcesPathOf(store: ReleaseStore): string {
  return join(store.folder, 'sources.json');
}

async function createLocked(store: ReleaseStore, now: () => Date): Promise<CreatedRelease> {
  const fingerprint = await fingerprintSources(projectRoot);
  const known = await findReleaseOf(store, fingerprint);
  if (known !== undefined) {
    const opening = await store.open(known);
    if (opening.kind === 'opened') return { kind: 'released', release: opening.release, existed: true };
  }
  await removeDrafts(store.folder);
  const draft = join(store.folder, `${draftPrefix}${randomBytes(4).toString('hex')}`);
  try {
    const [building, check] = await Promise.allSettled([build(draft), checkAgainstCurrent(store)]);
    if (building.status === 'rejected') throw building.reason;
    if (check.status === 'rejected') return { kind: 'models_invalid', detail: describeError(check.reason) };
    if (check.value !== undefined) return check.value;
    const contents = building.value;
    const name = nameOfContents(contents);
    const manifest: ReleaseManifest = { format: 1, name, createdAt: now().toISOString(), contents };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFileAtomically(filesOfRelease(draft).manifest, text);
    const existed = await publish(store, draft, name);
    const opening = await store.open(name);
    if (opening.kind !== 'opened') throw new Error(describeReleaseFailure(opening));
    // Unless a source was saved meanwhile: then it is unknown what the build has read.
    if ((await fingerprintSources(projectRoot)) === fingerprint)
      await writeFileAtomically(sourcesPathOf(store), `${JSON.stringify({ fingerprint, release: name })}\n`);
    return { kind: 'released', release: opening.release, existed };
  } catch (error) {
    if (isBuildFailure(error)) return { kind: 'build_failed', detail: describeBuildFailure(error) };
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

// Both are loaded when they are needed: esbuild is slow to load, and models must be read as they are now, also by a
// process that was started ahead.

async function build(draft: string): Promise<ReleaseContents> {
  const { buildRelease } = await import('./build-release.ts');
  return buildRelease(draft);
}

async function checkAgainstCurrent(store: ReleaseStore): Promise<SourceProblem | undefined> {
  const { checkSources } = await import('./check-sources.ts');
  return checkSources(await openCurrent(store));
}

/**
 * Moves a complete draft to its name. A damaged release of that name is replaced.
 *
 * @returns Whether the release was there already; the draft is left alone then.
 */
async function publish(store: ReleaseStore, draft: string, name: string): Promise<boolean> {
  const existing = await store.open(name);
  if (existing.kind === 'opened') return true;
  const target = filesOfRelease(join(store.folder, name)).folder;
  if (existing.kind === 'release_damaged')
    await rename(target, join(store.folder, `${draftPrefix}${name}-damaged`));
  await rename(draft, target);
  await syncFolder(store.folder);
  await removeDrafts(store.folder);
  return false;
}

/** Edited migrations are noticed by the current release. One that cannot be opened says nothing about them. */
async function openCurrent(store: ReleaseStore): Promise<OpenedRelease | undefined> {
  const name = await store.current();
  if (name === undefined) return undefined;
  const opening = await store.open(name);
  return opening.kind === 'opened' ? opening.release : undefined;
}

/** Removes what a process that was killed has left. The lock says that no other process is at work. */
async function removeDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(draftPrefix));
  await Promise.all(drafts.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function describeBuildFailure({ errors, message }: BuildFailure): string {
  const [first] = errors;
  if (first === undefined) return message;
  const { location, text } = first;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const where = location === null ? '' : `${location.file}:${location.line}:${location.column}: `;
  return `${where}${text}${more}`;
}

/** A sentence for the developer: what is wrong with the sources, and what to do. */
export function describeCreateProblem(problem: CreateReleaseProblem): string {
  switch (problem.kind) {
    case 'migration_needed':
      return (
        `the models of the ${problem.tier} database have changes without a migration: ` +
        `npm run migration:new -- --tier ${problem.tier} --name add_…`
      );
    case 'migration_edited':
      return (
        `migration ${problem.name} of the ${problem.tier} database was edited after release ${problem.release}: ` +
        'restore the file and write the change as a new migration'
      );
    case 'migration_invalid':
      return problem.detail;
    case 'models_invalid':
      return `the models cannot be loaded: ${problem.detail}`;
    case 'build_failed':
      return `the sources do not build: ${problem.detail}`;
  }
}
