import { createHash } from 'node:crypto';
import { refusal, result } from './fake-answer.ts';
import type { Handler } from './fake-handler.ts';

interface FakeScript {
  readonly content: string;
  readonly metadata: Record<string, unknown>;
  readonly createdOn: string;
  readonly modifiedOn: string;
  /** The raw form, for tests of how an upload looks. */
  readonly form: string;
  subdomain: unknown;
  schedules: unknown;
}

/** What the fake knows of Workers, for tests to look at. */
export interface FakeWorkers {
  readonly handlers: readonly Handler[];
  readonly scripts: Map<string, FakeScript>;
  readonly domains: Map<string, Record<string, unknown>>;
  readonly routes: Map<string, Record<string, unknown>>;
}

/** Worker scripts with their subdomain, schedules, custom domains and routes. Nothing runs. */
export function createFakeWorkers(): FakeWorkers {
  const scripts: FakeWorkers['scripts'] = new Map();
  const domains: FakeWorkers['domains'] = new Map();
  const routes: FakeWorkers['routes'] = new Map();
  const script = String.raw`\/accounts\/\w+\/workers\/scripts\/([^/]+)`;

  const withScript = (
    name: string | undefined,
    work: (script: FakeScript) => ReturnType<Handler['handle']>,
  ) => {
    const found = scripts.get(name ?? '');
    return found === undefined
      ? refusal(404, 10007, 'This Worker does not exist on your account.')
      : work(found);
  };
  const take = (map: Map<string, unknown>, id: string | undefined) =>
    map.delete(id ?? '') ? result(null) : refusal(404, 10007, 'not found');
  const give = (map: Map<string, unknown>, id: string | undefined) =>
    map.has(id ?? '') ? result(map.get(id ?? '')) : refusal(404, 10007, 'not found');

  const handlers: Handler[] = [
    {
      method: 'PUT',
      path: new RegExp(`^${script}$`),
      handle: async ({ groups, bytes, headers }) => {
        const form = await new Response(new Uint8Array(bytes), {
          headers: { 'content-type': headers['content-type'] ?? '' },
        }).formData();
        const metadata = JSON.parse(String(form.get('metadata'))) as Record<string, unknown>;
        const part = form.get(String(metadata.main_module ?? metadata.body_part));
        const now = new Date().toISOString();
        const name = groups[0] ?? '';
        const before = scripts.get(name);
        scripts.set(name, {
          content: part instanceof Blob ? await part.text() : String(part),
          metadata,
          createdOn: before?.createdOn ?? now,
          modifiedOn: now,
          form: bytes.toString('utf8'),
          subdomain: before?.subdomain ?? { enabled: true, previews_enabled: true },
          schedules: before?.schedules ?? [],
        });
        return withScript(name, (stored) => result(describe(name, stored)));
      },
    },
    {
      method: 'GET',
      path: /^\/accounts\/\w+\/workers\/services\/([^/]+)$/,
      handle: ({ groups }) =>
        withScript(groups[0], (stored) =>
          result({ id: groups[0], default_environment: { script: describe(groups[0] ?? '', stored) } }),
        ),
    },
    {
      method: 'GET',
      path: new RegExp(`^${script}/settings$`),
      handle: ({ groups }) =>
        withScript(groups[0], ({ metadata }) => {
          const { main_module: _, body_part: __, ...settings } = metadata;
          return result({
            compatibility_flags: [],
            tail_consumers: [],
            ...settings,
            bindings: (settings.bindings as Record<string, unknown>[]).map(asAnswered),
          });
        }),
    },
    {
      method: 'GET',
      path: new RegExp(`^${script}/content/v2$`),
      handle: ({ groups }) =>
        withScript(groups[0], ({ content }) => ({
          status: 200,
          mediaType: 'multipart/form-data; boundary=fake',
          body: `--fake\r\nContent-Disposition: form-data; name="index.js"\r\n\r\n${content}\r\n--fake--\r\n`,
        })),
    },
    { method: 'DELETE', path: new RegExp(`^${script}$`), handle: ({ groups }) => take(scripts, groups[0]) },
    {
      method: 'POST',
      path: new RegExp(`^${script}/subdomain$`),
      handle: ({ groups, body }) =>
        withScript(groups[0], (stored) => {
          stored.subdomain = body;
          return result(body);
        }),
    },
    {
      method: 'GET',
      path: new RegExp(`^${script}/subdomain$`),
      handle: ({ groups }) => withScript(groups[0], ({ subdomain }) => result(subdomain)),
    },
    {
      method: 'DELETE',
      path: new RegExp(`^${script}/subdomain$`),
      handle: ({ groups }) =>
        withScript(groups[0], () => result({ enabled: false, previews_enabled: false })),
    },
    {
      method: 'PUT',
      path: new RegExp(`^${script}/schedules$`),
      handle: ({ groups, body }) =>
        withScript(groups[0], (stored) => {
          stored.schedules = body;
          return result({ schedules: body });
        }),
    },
    {
      method: 'GET',
      path: new RegExp(`^${script}/schedules$`),
      handle: ({ groups }) => withScript(groups[0], ({ schedules }) => result({ schedules })),
    },
    {
      method: 'PUT',
      path: /^\/accounts\/\w+\/workers\/domains$/,
      handle: ({ body }) => {
        const { hostname, ...rest } = body as Record<string, string>;
        const id = createHash('sha256').update(String(hostname)).digest('hex').slice(0, 32);
        domains.set(id, {
          id,
          hostname,
          environment: 'production',
          zone_name: 'zone.example',
          cert_id: `cert-${id}`,
          ...rest,
        });
        return give(domains, id);
      },
    },
    {
      method: 'GET',
      path: /^\/accounts\/\w+\/workers\/domains\/([^/]+)$/,
      handle: ({ groups }) => give(domains, groups[0]),
    },
    {
      method: 'DELETE',
      path: /^\/accounts\/\w+\/workers\/domains\/([^/]+)$/,
      handle: ({ groups }) => take(domains, groups[0]),
    },
    {
      method: 'POST',
      path: /^\/zones\/\w+\/workers\/routes$/,
      handle: ({ body }) => {
        const { pattern, script: target } = body as Record<string, string>;
        if ([...routes.values()].some((route) => route.pattern === pattern)) {
          return refusal(409, 10020, 'A route with the same pattern already exists.');
        }
        const id = createHash('sha256').update(String(pattern)).digest('hex').slice(0, 32);
        routes.set(id, { id, pattern, script: target });
        return give(routes, id);
      },
    },
    {
      method: 'GET',
      path: /^\/zones\/\w+\/workers\/routes$/,
      handle: () => result([...routes.values()]),
    },
    {
      method: 'GET',
      path: /^\/zones\/\w+\/workers\/routes\/([^/]+)$/,
      handle: ({ groups }) => give(routes, groups[0]),
    },
    {
      method: 'PUT',
      path: /^\/zones\/\w+\/workers\/routes\/([^/]+)$/,
      handle: ({ groups, body }) => {
        const id = groups[0] ?? '';
        if (routes.has(id)) routes.set(id, { id, ...(body as object) });
        return give(routes, id);
      },
    },
    {
      method: 'DELETE',
      path: /^\/zones\/\w+\/workers\/routes\/([^/]+)$/,
      handle: ({ groups }) => take(routes, groups[0]),
    },
  ];
  return { handlers, scripts, domains, routes };
}

function describe(name: string, script: FakeScript) {
  return {
    id: name,
    created_on: script.createdOn,
    modified_on: script.modifiedOn,
    etag: createHash('sha256').update(script.content).digest('hex'),
    has_assets: false,
    has_modules: script.metadata.main_module !== undefined,
    handlers: ['fetch'],
    startup_time_ms: 3,
    usage_model: 'standard',
  };
}

/** The API answers a d1 binding with both names of the id, and never the text of a secret. */
function asAnswered(binding: Record<string, unknown>) {
  if (binding.type === 'd1') return { ...binding, database_id: binding.id };
  const { text: _, ...rest } = binding;
  return binding.type === 'secret_text' ? rest : binding;
}
