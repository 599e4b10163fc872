import { Cron } from 'croner';
import * as v from 'valibot';
import { cronOptions } from '../../storage/cron-options.ts';
import type { ScheduleRecord, ScriptRecord } from '../../storage/records.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, instantOf, param } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { deployBindings, deployScript } from './deploy-script.ts';
import { keptSettings, readForm, readJsonPart, resolveBindings } from './script-upload.ts';
import { toSettings } from './script-wire.ts';
import { withScript } from './with-script.ts';

const script = '/accounts/:account/workers/scripts/:script';

const subdomainBody = v.object({ enabled: v.boolean(), previews_enabled: v.nullish(v.boolean()) });
const schedulesBody = v.array(v.object({ cron: v.string() }));
const secretBody = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  text: v.string(),
  type: v.nullish(v.literal('secret_text')),
});

const settingsBody = v.looseObject({
  bindings: v.nullish(v.array(v.looseObject({ type: v.string(), name: v.string() }))),
  compatibility_date: v.nullish(v.string()),
  compatibility_flags: v.nullish(v.array(v.string())),
});

/** Properties of a script other than its code: settings, workers.dev, cron triggers, secrets. */
export const scriptSettingsRoutes: readonly Route[] = [
  { method: 'GET', path: `${script}/settings`, handle: getSettings },
  { method: 'PATCH', path: `${script}/settings`, handle: patchSettings },
  { method: 'GET', path: `${script}/script-settings`, handle: getSettings },
  {
    method: 'GET',
    path: `${script}/subdomain`,
    handle: (request, context) => withScript(request, context, toSubdomain),
  },
  { method: 'POST', path: `${script}/subdomain`, handle: setSubdomain },
  {
    method: 'DELETE',
    path: `${script}/subdomain`,
    handle: (request, context) => withScript(request, context, storeSubdomain(context, false, false)),
  },
  {
    method: 'GET',
    path: `${script}/schedules`,
    handle: (request, context) => withScript(request, context, toSchedules),
  },
  { method: 'PUT', path: `${script}/schedules`, handle: setSchedules },
  { method: 'GET', path: `${script}/secrets`, handle: listSecrets },
  { method: 'PUT', path: `${script}/secrets`, handle: putSecret },
  { method: 'DELETE', path: `${script}/secrets/:secret`, handle: deleteSecret },
];

function getSettings(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, (stored) => answer(toSettings(stored)));
}

function patchSettings(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, async (stored) => {
    const form = await readForm(request);
    const parsed = v.safeParse(
      settingsBody,
      form === undefined ? undefined : await readJsonPart(form, 'settings'),
    );
    if (!parsed.success) {
      return refuse({
        kind: 'invalid_request',
        message: 'The body must be a form with a JSON part named settings',
      });
    }
    const patch = parsed.output;
    const bindings = resolveBindings(patch.bindings ?? stored.bindings, [], stored.bindings);
    if ('error' in bindings) return refuse(bindings.error);
    const deployed = await deployScript(
      {
        ...stored,
        bindings: bindings.value,
        compatibilityDate: patch.compatibility_date ?? stored.compatibilityDate,
        compatibilityFlags: patch.compatibility_flags ?? stored.compatibilityFlags,
        settings: { ...stored.settings, ...keptSettings(patch) },
        modifiedOn: instantOf(context),
      },
      context,
    );
    return 'error' in deployed ? refuse(deployed.error) : answer(toSettings(deployed.value));
  });
}

async function setSubdomain(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, subdomainBody);
  if ('error' in body) return refuse(body.error);
  const { enabled, previews_enabled: previews } = body.value;
  return await withScript(request, context, storeSubdomain(context, enabled, previews ?? enabled));
}

function storeSubdomain(context: CloudContext, enabled: boolean, previewsEnabled: boolean) {
  return (stored: ScriptRecord): Response => {
    const updated = { ...stored, subdomain: { enabled, previewsEnabled } };
    context.registry.scripts.put(updated);
    return toSubdomain(updated);
  };
}

function toSubdomain(stored: ScriptRecord): Response {
  return answer({ enabled: stored.subdomain.enabled, previews_enabled: stored.subdomain.previewsEnabled });
}

async function setSchedules(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, schedulesBody);
  if ('error' in body) return refuse(body.error);
  for (const { cron } of body.value) if (!isCron(cron)) return refuse({ kind: 'invalid_cron', cron });
  return await withScript(request, context, (stored) => {
    const schedules = body.value.map(({ cron }): ScheduleRecord => {
      return stored.schedules.find((one) => one.cron === cron) ?? { cron, createdOn: instantOf(context) };
    });
    const updated = { ...stored, schedules };
    context.registry.scripts.put(updated);
    return toSchedules(updated);
  });
}

function isCron(cron: string): boolean {
  try {
    new Cron(cron, cronOptions);
    return true;
  } catch {
    // Croner throws for an invalid pattern.
    return false;
  }
}

function toSchedules(stored: ScriptRecord): Response {
  const schedules = stored.schedules.map(({ cron, createdOn }) => {
    return { cron, created_on: createdOn, modified_on: createdOn };
  });
  return answer({ schedules });
}

function listSecrets(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, (stored) =>
    answer(
      stored.bindings
        .filter((binding) => binding.type === 'secret_text')
        .map(({ name, type }) => ({ name, type })),
    ),
  );
}

async function putSecret(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, secretBody);
  if ('error' in body) return refuse(body.error);
  const { name, text } = body.value;
  return await withScript(request, context, async (stored) => {
    const others = stored.bindings.filter((binding) => binding.name !== name);
    const deployed = await deployBindings(stored, [...others, { type: 'secret_text', name, text }], context);
    return 'error' in deployed ? refuse(deployed.error) : answer({ name, type: 'secret_text' });
  });
}

function deleteSecret(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  const name = param(request, 'secret');
  return withScript(request, context, async (stored) => {
    const left = stored.bindings.filter((binding) => binding.type !== 'secret_text' || binding.name !== name);
    if (left.length === stored.bindings.length) return refuse({ kind: 'secret_not_found', name });
    const deployed = await deployBindings(stored, left, context);
    return 'error' in deployed ? refuse(deployed.error) : answer(null);
  });
}
