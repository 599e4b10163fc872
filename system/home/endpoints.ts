import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { readJsonFile } from '../read-json-file.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const address = v.pipe(v.string(), v.url());

const EndpointsSchema = v.object({
  /** Where the Workers answer; the platform too, under its own address. */
  edge: address,
  platform: address,
  automation: address,
  /** Ends in `/client/v4`. */
  cloudflareApi: address,
  cloudflareAccountId: v.string(),
  cloudflareApiToken: v.string(),
  issuer: address,
  /** Where Restate takes invocations: a URL, or `unix:` and the path of a socket. */
  restate: address,
  /** Accounts answer at `<slug>.<zone>`. */
  zone: v.string(),
  /** The Workers of accounts answer at `<account id>.<accounts zone>`. */
  accountsZone: v.string(),
});

/** Where a running factory answers. Holds a token, so the file is readable by its owner alone. */
export type Endpoints = v.InferOutput<typeof EndpointsSchema>;

/** Endpoints of the factory of this home; undefined while it does not run. Throws when the file is damaged. */
export async function readEndpoints(home: FreeholdHome): Promise<Endpoints | undefined> {
  const file = await readJsonFile(home.endpointsFile, EndpointsSchema);
  if (file.kind === 'damaged') {
    throw new Error(
      `${home.endpointsFile} is damaged (${file.reason}): stop the factory, delete the file and start again`,
    );
  }
  return file.kind === 'read' ? file.value : undefined;
}

/** Publishes the endpoints in one step: whoever sees the file may use all of them. */
export async function writeEndpoints(home: FreeholdHome, endpoints: Endpoints): Promise<void> {
  await writeFileAtomically(home.endpointsFile, `${JSON.stringify(endpoints, null, 2)}\n`, 0o600);
}

/** Takes the endpoints back; no file is no error. */
export async function removeEndpoints(home: FreeholdHome): Promise<void> {
  await rm(home.endpointsFile, { force: true });
}
