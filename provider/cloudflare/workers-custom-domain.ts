import { type Properties, withoutUndefined } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { defineResource } from '../engine/resource-type.ts';

const token = 'cloudflare:index/workersCustomDomain:WorkersCustomDomain';

/**
 * A hostname that one Worker serves. Every change replaces it; repeating the creation changes nothing.
 */
export const workersCustomDomain = defineResource({
  token,
  description: 'A custom domain of a Worker.',
  inputs: {
    accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
    hostname: { type: 'string', description: 'The hostname.', required: true, replaces: true },
    service: { type: 'string', description: 'Name of the Worker.', required: true, replaces: true },
    environment: {
      type: 'string',
      description: 'Environment of the Worker.',
      replaces: true,
      chosenByService: true,
    },
    zoneId: {
      type: 'string',
      description: 'Zone of the hostname.',
      replaces: true,
      chosenByService: true,
    },
    zoneName: {
      type: 'string',
      description: 'Name of the zone.',
      replaces: true,
      chosenByService: true,
    },
  },
  outputs: { certId: { type: 'string', description: 'Id of the TLS certificate.' } },

  async create(api, inputs) {
    const path = domainsPath(inputs.accountId);
    const domain = await api.callForObject('PUT', path, {
      body: withoutUndefined({
        hostname: inputs.hostname,
        service: inputs.service,
        environment: inputs.environment,
        zone_id: inputs.zoneId,
        zone_name: inputs.zoneName,
      }),
    });
    if (typeof domain.id !== 'string') {
      throw new ProviderFailure({
        kind: 'answer_unusable',
        method: 'PUT',
        url: path,
        detail: 'it has no id',
      });
    }
    return { id: domain.id, outputs: toOutputs(domain) };
  },

  async read(api, id, inputs) {
    const { accountId, domainId } = parseId(id, inputs.accountId);
    const domain = await api.find(`${domainsPath(accountId)}/${encodeURIComponent(domainId)}`);
    if (domain === undefined) return undefined;
    return {
      id: domainId,
      inputs: {
        accountId,
        hostname: domain.hostname,
        service: domain.service,
        environment: domain.environment,
        zoneId: domain.zone_id,
        zoneName: domain.zone_name,
      },
      outputs: toOutputs(domain),
    };
  },

  async delete(api, id, inputs) {
    const { accountId, domainId } = parseId(id, inputs.accountId);
    await api.call('DELETE', `${domainsPath(accountId)}/${encodeURIComponent(domainId)}`);
  },
});

function domainsPath(accountId: string): string {
  return `/accounts/${encodeURIComponent(accountId)}/workers/domains`;
}

function toOutputs(domain: Properties) {
  // Cloudflare chooses these when the program omits them; the state shows the choice.
  return {
    certId: domain.cert_id,
    environment: domain.environment,
    zoneId: domain.zone_id,
    zoneName: domain.zone_name,
  };
}

function parseId(id: string, accountId: string | undefined): { accountId: string; domainId: string } {
  const [first, second, ...rest] = id.split('/');
  if (first && second && rest.length === 0) return { accountId: first, domainId: second };
  if (first && second === undefined && accountId !== undefined) return { accountId, domainId: first };
  throw new ProviderFailure({ kind: 'id_unreadable', token, id, form: '<account id>/<domain id>' });
}
