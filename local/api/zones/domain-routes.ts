import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { toAsciiLowerCase } from '../../../schema/model/ascii-case.ts';
import type { DomainRecord } from '../../storage/records.ts';
import { findZone } from '../../zones.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, param, queryOf } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';

const base = '/accounts/:account/workers/domains';

const attachBody = v.object({
  hostname: v.pipe(
    v.string(),
    v.transform(toAsciiLowerCase),
    v.regex(/^[a-z0-9.-]+$/u, 'must be a host name'),
  ),
  service: v.string(),
  environment: v.nullish(v.string()),
  zone_id: v.nullish(v.string()),
  zone_name: v.nullish(v.string()),
});

/** Custom domains: one exact host, one script. Attaching a host again moves it to the new script, under the same id. */
export const domainRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: listDomains },
  { method: 'PUT', path: base, handle: attachDomain },
  { method: 'GET', path: `${base}/:domain`, handle: getDomain },
  { method: 'DELETE', path: `${base}/:domain`, handle: detachDomain },
];

function listDomains(request: CloudRequest, context: CloudContext): Response {
  const query = queryOf(request);
  const matches = (name: string, value: string): boolean =>
    query.get(name) === null || query.get(name) === value;
  const found = context.registry.domains
    .list()
    .filter(
      (domain) =>
        matches('hostname', domain.hostname) &&
        matches('service', domain.service) &&
        matches('zone_id', domain.zoneId) &&
        matches('zone_name', domain.zoneName),
    );
  return answer(found.map(toWire));
}

async function attachDomain(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, attachBody);
  if ('error' in body) return refuse(body.error);
  const { hostname, service, environment, zone_id: zoneId, zone_name: zoneName } = body.value;
  const zone = findZone(context.zones, hostname);
  const isOtherZone = (zoneId ?? zone?.id) !== zone?.id || (zoneName ?? zone?.name) !== zone?.name;
  if (zone === undefined || isOtherZone) return refuse({ kind: 'host_outside_zones', hostname });
  if (context.registry.scripts.get(service) === undefined)
    return refuse({ kind: 'script_not_found', name: service });
  const domain: DomainRecord = {
    id: createHash('sha256').update(`${context.accountId}/${hostname}`).digest('hex').slice(0, 40),
    hostname,
    service,
    environment: environment ?? 'production',
    zoneId: zone.id,
    zoneName: zone.name,
    certId: randomUUID(),
  };
  const certId = context.registry.domains.get(domain.id)?.certId ?? domain.certId;
  context.registry.domains.put({ ...domain, certId });
  return answer(toWire({ ...domain, certId }));
}

function getDomain(request: CloudRequest, context: CloudContext): Response {
  const id = param(request, 'domain');
  const domain = context.registry.domains.get(id);
  return domain === undefined ? refuse({ kind: 'domain_not_found', id }) : answer(toWire(domain));
}

function detachDomain(request: CloudRequest, context: CloudContext): Response {
  const id = param(request, 'domain');
  if (context.registry.domains.get(id) === undefined) return refuse({ kind: 'domain_not_found', id });
  context.registry.domains.delete(id);
  return answer(null);
}

function toWire(domain: DomainRecord): Record<string, unknown> {
  return {
    id: domain.id,
    hostname: domain.hostname,
    service: domain.service,
    environment: domain.environment,
    zone_id: domain.zoneId,
    zone_name: domain.zoneName,
    cert_id: domain.certId,
  };
}
