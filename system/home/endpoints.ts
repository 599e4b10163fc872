import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { readJsonFile } from '../read-json-file.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const address = v.pipe(v.string(), v.url());

const EndpointsSchema = v.object({
  /** The edge, which serves all Workers, also the platform's. */
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

/** URLs of a running factory. The file contains a token, so only its owner can read it. */
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

/** Publishes the endpoints atomically: once the file exists, all of them are usable. */
export async function writeEndpoints(home: FreeholdHome, endpoints: Endpoints): Promise<void> {
  await writeFileAtomically(home.endpointsFile, `${JSON.stringify(endpoints, null, 2)}\n`, 0o600);
}

/** Removes the endpoints; a missing file is not an error. */
export async function removeEndpoints(home: FreeholdHome): Promise<void> {
  await rm(home.endpointsFile, { force: true });
}
