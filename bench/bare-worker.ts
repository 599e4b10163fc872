import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudflare } from '../harness/client.ts';
import type { Factory } from '../harness/factory.ts';
import { projectRoot } from '../harness/project-root.ts';

const NAME = 'bench-bare';

/** Host of the bare Worker, in the zone of the account Workers, so that requests take the same path. */
export function bareWorkerHost(factory: Factory): string {
  return `${NAME}.${factory.endpoints.accountsZone}`;
}

/** Options of the bare Worker. */
export interface BareWorkerOptions {
  /** The database to bind; default: a new one with one plain table. */
  readonly databaseId?: string;
  /** Statements by name, each with at most one parameter, served at `/queries/{name}?parameter=`. */
  readonly queries?: Readonly<Record<string, string>>;
}

/** Deploys a bare Worker to the local cloud with the API calls of a deployment, and replaces an existing one. */
export async function deployBareWorker(factory: Factory, options: BareWorkerOptions = {}): Promise<void> {
  const { cloudflareApi, cloudflareAccountId, cloudflareApiToken } = factory.endpoints;
  const databaseId = options.databaseId ?? (await createBareDatabase(factory));
  const form = new FormData();
  const code = readFileSync(join(projectRoot, 'bench/bare-worker.js'));
  form.set('index.js', new Blob([code], { type: 'application/javascript+module' }), 'index.js');
  const metadata = {
    main_module: 'index.js',
    compatibility_date: '2026-07-28',
    bindings: [
      { type: 'd1', name: 'DB', id: databaseId },
      { type: 'json', name: 'QUERIES', json: options.queries ?? {} },
    ],
  };
  form.set('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
  const uploaded = await fetch(`${cloudflareApi}/accounts/${cloudflareAccountId}/workers/scripts/${NAME}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${cloudflareApiToken}` },
    body: form,
  });
  if (!uploaded.ok) throw new Error(`the bare Worker was refused: ${await uploaded.text()}`);
  const zones = await fetch(`${cloudflareApi}/zones?name=${factory.endpoints.accountsZone}`, {
    headers: { authorization: `Bearer ${cloudflareApiToken}` },
  });
  const { result } = (await zones.json()) as { result: { id: string }[] };
  await cloudflare(factory, '/workers/domains', {
    method: 'PUT',
    body: { hostname: bareWorkerHost(factory), service: NAME, zone_id: result[0]?.id },
  });
}

async function createBareDatabase(factory: Factory): Promise<string> {
  const database = await cloudflare<{ uuid: string }>(factory, '/d1/database', {
    method: 'POST',
    body: { name: NAME, jurisdiction: 'eu' },
  });
  const databaseId = database.body.result.uuid;
  await cloudflare(factory, `/d1/database/${databaseId}/query`, {
    method: 'POST',
    body: { sql: 'CREATE TABLE bare_rows (id TEXT PRIMARY KEY, body TEXT NOT NULL)' },
  });
  return databaseId;
}
