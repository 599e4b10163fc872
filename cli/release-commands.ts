import { Command } from 'commander';
import { createRelease, describeCreateProblem } from '../engine/releases/create-release.ts';
import { latestMigration, openReleaseReports } from '../engine/releases/release-reports.ts';
import {
  describeReleaseFailure,
  type ListedRelease,
  openReleaseStore,
  type ReleaseStore,
} from '../engine/releases/release-store.ts';
import { CommandFailure } from './command-failure.ts';
import { readFactory } from './connect.ts';
import { type CliContext, print, widthOf } from './context.ts';
import { examples } from './examples.ts';
import { jsonOption } from './follow-accepted.ts';
import { formatTable } from './format-table.ts';

/** `freehold release …`. None of the commands needs a running factory. */
export function releaseCommand(context: CliContext): Command {
  const store = openReleaseStore(context.home.releasesDirectory);
  return new Command('release')
    .description('versions of code and schema: make them, look at them, choose the current one')
    .addCommand(createCommand(context, store))
    .addCommand(listCommand(context, store))
    .addCommand(showCommand(context, store))
    .addCommand(useCommand(context, store));
}

/** Reports a release to the platform of a running factory. A factory that does not run reports it at its next start. */
async function report(context: CliContext, release: Opened): Promise<void> {
  const factory = await readFactory(context);
  if (factory === undefined) return;
  const { endpoints, secrets } = factory;
  const reports = openReleaseReports({ platformUrl: endpoints.platform, secret: secrets.automationSecret });
  const answer = await reports.report(release);
  if (answer.kind !== 'stored')
    context.stderr.write(
      `the release is reported to the platform at the next start; now it answered: ${answer.detail}\n`,
    );
}

interface Options {
  readonly json?: boolean;
}

function createCommand(context: CliContext, store: ReleaseStore): Command {
  return new Command('create')
    .description('make a release of the sources; it deploys nothing')
    .addHelpText('after', examples('freehold release create'))
    .addOption(jsonOption())
    .action(async ({ json }: Options) => {
      const created = await createRelease(store, () => new Date());
      if (created.kind !== 'released') throw new CommandFailure(describeCreateProblem(created));
      const { release, existed } = created;
      await report(context, release);
      print(context, json, { ...toShown(release, await readCurrent(store)), existed }, () =>
        existed ? `${release.name} is there already, made of the same sources` : `${release.name} is made`,
      );
    });
}

function listCommand(context: CliContext, store: ReleaseStore): Command {
  return new Command('list')
    .description('the releases in the home of this factory, the newest first')
    .addHelpText('after', examples('freehold release list'))
    .addOption(jsonOption())
    .action(async ({ json }: Options) => {
      const current = await readCurrent(store);
      const releases = await store.list();
      const shown = releases.map((listed) => toListed(listed, current));
      print(context, json, shown, () =>
        shown.length === 0
          ? 'no releases yet: the first start makes one, or freehold release create'
          : formatTable(
              ['RELEASE', 'MADE', 'SCHEMA', ''],
              releases.map((listed) => toRow(listed, current)),
              { width: widthOf(context), spare: ['MADE'] },
            ),
      );
    });
}

function showCommand(context: CliContext, store: ReleaseStore): Command {
  return new Command('show')
    .description('one release: its files are checked')
    .addHelpText('after', examples('freehold release show 3f0c92d41b7a6e58'))
    .argument('<release>', 'name')
    .addOption(jsonOption())
    .action(async (name: string, { json }: Options) => {
      const opening = await store.open(name);
      if (opening.kind !== 'opened') throw new CommandFailure(describeReleaseFailure(opening));
      const shown = toShown(opening.release, await readCurrent(store));
      print(context, json, shown, () =>
        Object.entries(shown)
          .map(([field, value]) => `${field.padEnd(20)}  ${value}`)
          .join('\n'),
      );
    });
}

function useCommand(context: CliContext, store: ReleaseStore): Command {
  return new Command('use')
    .description('make a release the current one: what new accounts get, and upgrades without --release')
    .argument('<release>', 'name')
    .addOption(jsonOption())
    .addHelpText('after', examples('freehold release use 3f0c92d41b7a6e58'))
    .action(async (name: string, { json }: Options) => {
      const opening = await store.use(name);
      if (opening.kind !== 'opened') throw new CommandFailure(describeReleaseFailure(opening));
      print(
        context,
        json,
        toShown(opening.release, name),
        () =>
          `${name} is the current release. Nothing is deployed by that: freehold platform up, freehold account up`,
      );
    });
}

/** The current release. A file that is damaged is a failure with what to do. */
async function readCurrent(store: ReleaseStore): Promise<string | undefined> {
  try {
    return await store.current();
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error));
  }
}

type Opened = Extract<ListedRelease, { kind: 'opened' }>['release'];

/** What scripts get of a release, and people see of one. */
function toShown(release: Opened, current: string | undefined) {
  const { name, createdAt, account, platform, settings } = release;
  return {
    name,
    createdAt,
    current: name === current,
    accountBundle: account.bundle.sha256,
    accountMigration: latestMigration(account),
    platformBundle: platform.bundle.sha256,
    platformMigration: latestMigration(platform),
    compatibilityDate: settings.compatibilityDate,
  };
}

function toListed(listed: ListedRelease, current: string | undefined) {
  return listed.kind === 'opened'
    ? toShown(listed.release, current)
    : { name: listed.name, current: listed.name === current, problem: describeReleaseFailure(listed) };
}

function toRow(listed: ListedRelease, current: string | undefined): readonly string[] {
  const { name } = listed.kind === 'opened' ? listed.release : listed;
  const mark = name === current ? 'current' : '';
  if (listed.kind !== 'opened') return [name, '-', '-', mark === '' ? 'damaged' : 'current, damaged'];
  const { createdAt, account } = listed.release;
  return [name, createdAt, latestMigration(account), mark];
}
