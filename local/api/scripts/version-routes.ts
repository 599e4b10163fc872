import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { DeploymentRecord, ScriptRecord } from '../../storage/records.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, instantOf, param } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { deployScript, stageUpload } from './deploy-script.ts';
import { readScriptUpload } from './script-upload.ts';
import { toScript, toSettings, toVersion } from './script-wire.ts';
import { withScript } from './with-script.ts';

const script = '/accounts/:account/workers/scripts/:script';

/** Deployments that are kept per script. */
const deploymentsKept = 10;

const deploymentSchema = v.looseObject({
  strategy: v.literal('percentage'),
  versions: v.pipe(
    v.array(v.looseObject({ version_id: v.string(), percentage: v.number() })),
    v.length(1, 'the local cloud only deploys one version, at 100 percent'),
    v.everyItem(
      (version) => version.percentage === 100,
      'the local cloud only deploys one version, at 100 percent',
    ),
  ),
});

/** Versions that are uploaded without being deployed, and their deployments: what `wrangler deploy` uses for an existing script. */
export const versionRoutes: readonly Route[] = [
  { method: 'POST', path: `${script}/versions`, handle: uploadVersion },
  {
    method: 'GET',
    path: `${script}/versions`,
    handle: (request, context) =>
      withScript(request, context, ({ versions }) => answer({ items: versions.map(toVersion).reverse() })),
  },
  { method: 'GET', path: `${script}/versions/:version`, handle: getVersion },
  { method: 'POST', path: `${script}/deployments`, handle: deployVersion },
  {
    method: 'GET',
    path: `${script}/deployments`,
    handle: (request, context) =>
      withScript(request, context, (stored) =>
        answer({ deployments: deploymentsOf(stored).map(toDeployment).reverse() }),
      ),
  },
  { method: 'GET', path: `${script}/deployments/:deployment`, handle: getDeployment },
];

/** Stores an upload as a version that is not deployed yet. */
function uploadVersion(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, async (stored) => {
    const read = await readScriptUpload(request);
    if ('error' in read) return refuse(read.error);
    const staged = stageUpload(stored.name, read.value, context);
    if ('error' in staged) return refuse(staged.error);
    const version = staged.value.versions.at(-1);
    if (version === undefined) throw new Error(`the upload of ${stored.name} did not create a version`);
    context.registry.scripts.put({
      ...stored,
      versions: staged.value.versions,
      deployments: deploymentsOf(stored),
    });
    return answer({
      ...toVersion(version),
      ...toResources(staged.value),
      startup_time_ms: stored.startupTimeMs,
    });
  });
}

function getVersion(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, (stored) => {
    const id = param(request, 'version');
    const version = stored.versions.find((one) => one.id === id);
    if (version === undefined)
      return refuse({ kind: 'script_not_found', name: `${stored.name} in version ${id}` });
    const content = context.registry.versions.get(id)?.content ?? stored;
    return answer({ ...toVersion(version), ...toResources({ ...stored, ...content }) });
  });
}

function deployVersion(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, async (stored) => {
    const body = await readBody(request, deploymentSchema);
    if ('error' in body) return refuse(body.error);
    const id = body.value.versions[0]?.version_id ?? '';
    const version = context.registry.versions.get(id);
    if (version?.script !== stored.name) {
      return refuse({ kind: 'script_not_found', name: `${stored.name} in version ${id}` });
    }
    const deployment = { id: randomUUID(), versionId: id, createdOn: instantOf(context) };
    const deployments = [...deploymentsOf(stored), deployment].slice(-deploymentsKept);
    const deployed = await deployScript(
      { ...stored, ...version.content, modifiedOn: deployment.createdOn, deployments },
      context,
    );
    return 'error' in deployed ? refuse(deployed.error) : answer(toDeployment(deployment));
  });
}

function getDeployment(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withScript(request, context, (stored) => {
    const id = param(request, 'deployment');
    const deployment = deploymentsOf(stored).find((one) => one.id === id);
    return deployment === undefined
      ? refuse({ kind: 'script_not_found', name: `${stored.name} in deployment ${id}` })
      : answer(toDeployment(deployment));
  });
}

/** The resources of a version, as wrangler reads them. */
function toResources(script: Omit<ScriptRecord, 'revision'>) {
  return {
    resources: {
      bindings: toSettings(script).bindings,
      script: toScript(script),
      script_runtime: {
        compatibility_date: script.compatibilityDate,
        compatibility_flags: script.compatibilityFlags,
        usage_model: 'standard',
      },
    },
  };
}

/** The deployments of a script. If it has only had whole uploads, each version is a deployment. */
function deploymentsOf(stored: ScriptRecord): readonly DeploymentRecord[] {
  return stored.deployments ?? stored.versions.map(({ id, createdOn }) => ({ id, versionId: id, createdOn }));
}

function toDeployment({ id, versionId, createdOn }: DeploymentRecord) {
  return {
    id,
    source: 'api',
    strategy: 'percentage',
    author_email: '',
    created_on: createdOn,
    versions: [{ version_id: versionId, percentage: 100 }],
  };
}
