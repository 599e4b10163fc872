import type { ScriptRecord } from '../../storage/records.ts';
import { bindingTarget } from '../../storage/resource-key.ts';
import { type CloudContext, type CloudRequest, param, queryOf } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { deployUpload } from './deploy-script.ts';
import { readScriptUpload } from './script-upload.ts';
import { toContent, toScript, toService, toWorker } from './script-wire.ts';
import { withScript } from './with-script.ts';

const scripts = '/accounts/:account/workers/scripts';

/** Scripts: upload, list, content, delete. */
export const scriptRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: scripts,
    handle: (_request, context) => answer(context.registry.scripts.list().map(toScript)),
  },
  { method: 'PUT', path: `${scripts}/:script`, handle: upload },
  {
    method: 'GET',
    path: `${scripts}/:script`,
    handle: (request, context) => withScript(request, context, content(context)),
  },
  { method: 'DELETE', path: `${scripts}/:script`, handle: remove },
  { method: 'PUT', path: `${scripts}/:script/content`, handle: replaceContent },
  {
    method: 'GET',
    path: `${scripts}/:script/content`,
    handle: (request, context) => withScript(request, context, content(context)),
  },
  {
    method: 'GET',
    path: `${scripts}/:script/content/v2`,
    handle: (request, context) => withScript(request, context, content(context)),
  },
  {
    method: 'GET',
    path: '/accounts/:account/workers/services/:script',
    handle: (request, context) => withScript(request, context, (script) => answer(toService(script))),
  },
  { method: 'DELETE', path: '/accounts/:account/workers/services/:script', handle: remove },
  {
    method: 'GET',
    path: '/accounts/:account/workers/workers/:script',
    handle: (request, context) => withScript(request, context, (script) => answer(toWorker(script))),
  },
  { method: 'GET', path: '/accounts/:account/workers/durable_objects/namespaces', handle: () => answer([]) },
];

async function upload(request: CloudRequest, context: CloudContext): Promise<Response> {
  const read = await readScriptUpload(request);
  if ('error' in read) return refuse(read.error);
  const deployed = await deployUpload(param(request, 'script'), read.value, context);
  return 'error' in deployed ? refuse(deployed.error) : answer(toScript(deployed.value));
}

/** Replaces the code of a script and keeps its bindings and settings. */
function replaceContent(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, async (script) => {
    const read = await readScriptUpload(request);
    if ('error' in read) return refuse(read.error);
    const metadata = {
      ...script.settings,
      ...read.value.metadata,
      bindings: [...script.bindings],
      compatibility_date: script.compatibilityDate,
      compatibility_flags: [...script.compatibilityFlags],
    };
    const deployed = await deployUpload(script.name, { ...read.value, metadata }, context);
    return 'error' in deployed ? refuse(deployed.error) : answer(toScript(deployed.value));
  });
}

function remove(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, ({ name }) => {
    const user = context.registry.scripts
      .list()
      .find(
        (other) =>
          other.name !== name && other.bindings.some((one) => bindingTarget(one) === `script:${name}`),
      );
    if (user !== undefined && queryOf(request).get('force') !== 'true') {
      return refuse({ kind: 'script_in_use', name, usedBy: user.name });
    }
    // A script that is not in the registry gets no requests; its process ends when its data is closed.
    context.registry.deleteScript(name);
    return answer(null);
  });
}

function content(context: CloudContext): (script: ScriptRecord) => Response {
  return (script) => toContent(script, (sha256) => context.registry.readBlob(sha256));
}
