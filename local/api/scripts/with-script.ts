import type { ScriptRecord } from '../../storage/records.ts';
import { type ApiContext, type ApiRequest, param } from '../http/context.ts';
import { refuse } from '../http/envelope.ts';

/** Runs `work` with the script in the path, or refuses. */
export function withScript(
  request: ApiRequest,
  context: ApiContext,
  work: (script: ScriptRecord) => Response | Promise<Response>,
): Response | Promise<Response> {
  const name = param(request, 'script');
  const script = context.registry.scripts.get(name);
  return script === undefined ? refuse({ kind: 'script_not_found', name }) : work(script);
}
