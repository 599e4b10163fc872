import type { ScriptRecord } from '../../storage/records.ts';
import { type CloudContext, type CloudRequest, param } from '../http/context.ts';
import { refuse } from '../http/envelope.ts';

/** Runs `work` with the script in the path, or refuses. */
export function withScript(
  request: CloudRequest,
  context: CloudContext,
  work: (script: ScriptRecord) => Response | Promise<Response>,
): Response | Promise<Response> {
  const name = param(request, 'script');
  const script = context.registry.scripts.get(name);
  return script === undefined ? refuse({ kind: 'script_not_found', name }) : work(script);
}
