import { createHash, randomBytes } from 'node:crypto';

/** How long a file can be downloaded or uploaded, in milliseconds: an hour, as at Cloudflare. */
const lifetimeMs = 3_600_000;

/** Path of the files on the API server. The random file name is the permission. */
export const transferBase = '/__local/files';

/** SQL files of exports and imports, which Cloudflare keeps behind signed URLs. In memory. */
export class Transfers {
  readonly #now: () => number;
  readonly #files = new Map<string, { readonly bytes: Uint8Array | undefined; readonly endsAtMs: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Adds a file and returns its name. Without bytes the file waits for an upload. */
  open(bytes?: Uint8Array): string {
    for (const [name, { endsAtMs }] of this.#files) if (endsAtMs < this.#now()) this.#files.delete(name);
    const name = `${randomBytes(24).toString('hex')}.sql`;
    this.#files.set(name, { bytes, endsAtMs: this.#now() + lifetimeMs });
    return name;
  }

  /** Returns the bytes that were uploaded under a name, and removes them. */
  take(name: string): Uint8Array | undefined {
    const bytes = this.#files.get(name)?.bytes;
    if (bytes !== undefined) this.#files.delete(name);
    return bytes;
  }

  /** Serves `PUT` and `GET` below `transferBase`. */
  async answer(request: Request): Promise<Response> {
    const name = new URL(request.url).pathname.slice(transferBase.length + 1);
    const file = this.#files.get(name);
    if (file === undefined || file.endsAtMs < this.#now())
      return new Response('no such file', { status: 404 });
    if (request.method === 'PUT') {
      const bytes = new Uint8Array(await request.arrayBuffer());
      this.#files.set(name, { ...file, bytes });
      return new Response(null, { headers: { etag: `"${createHash('md5').update(bytes).digest('hex')}"` } });
    }
    if (request.method !== 'GET' || file.bytes === undefined)
      return new Response('not possible', { status: 405 });
    return new Response(Buffer.from(file.bytes), { headers: { 'content-type': 'application/sql' } });
  }
}
