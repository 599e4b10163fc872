import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CollectionDescription, RouteDescription } from '../../http/openapi/describe.ts';

/** The contents of a Worker's `*.openapi.ts` files. */
export interface Descriptions {
  readonly routes: readonly RouteDescription[];
  readonly collections: readonly CollectionDescription[];
}

/** Reads every `*.openapi.ts` file in some folders, in the order of their paths. */
export async function findDescriptions(folders: readonly string[]): Promise<Descriptions> {
  const files: string[] = [];
  for (const folder of folders) {
    for await (const file of glob('**/*.openapi.ts', { cwd: folder })) files.push(join(folder, file));
  }
  const routes: RouteDescription[] = [];
  const collections: CollectionDescription[] = [];
  for (const file of files.sort()) {
    const module = (await import(pathToFileURL(file).href)) as Partial<Descriptions>;
    if (module.routes === undefined && module.collections === undefined)
      throw new Error(`${file} exports neither routes nor collections`);
    routes.push(...(module.routes ?? []));
    collections.push(...(module.collections ?? []));
  }
  return { routes, collections };
}
