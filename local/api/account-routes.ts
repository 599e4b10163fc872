import type { Zone } from '../zones.ts';
import { type CloudContext, param, queryOf } from './http/context.ts';
import { answer, page, refuse } from './http/envelope.ts';
import type { Route } from './http/route.ts';

const perPageDefault = 20;
const accountCreatedOn = '2026-01-01T00:00:00.000Z';

/** The caller, its accounts and its zones: one account, one user, one token. */
export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/user', handle: () => answer(user) },
  { method: 'GET', path: '/user/tokens/verify', handle: verifyToken },
  { method: 'GET', path: '/accounts/:account/tokens/verify', handle: verifyToken },
  {
    method: 'GET',
    path: '/accounts',
    handle: (request, context) => answer(...page([toAccount(context)], queryOf(request), perPageDefault)),
  },
  { method: 'GET', path: '/accounts/:account', handle: (_request, context) => answer(toAccount(context)) },
  {
    method: 'GET',
    path: '/memberships',
    handle: (request, context) => answer(...page([toMembership(context)], queryOf(request), perPageDefault)),
  },
  {
    method: 'GET',
    path: '/accounts/:account/workers/subdomain',
    handle: () => answer({ subdomain: workersSubdomain }),
  },
  {
    method: 'GET',
    path: '/zones',
    handle: (request, context) => {
      const query = queryOf(request);
      const name = query.get('name');
      const zones = context.zones.filter((zone) => name === null || zone.name === name);
      const [items, info] = page(zones, query, perPageDefault);
      return answer(
        items.map((zone) => toZone(zone, context)),
        info,
      );
    },
  },
  {
    method: 'GET',
    path: '/zones/:zone',
    handle: (request, context) => {
      const zone = context.zones.find(({ id }) => id === param(request, 'zone'));
      if (zone === undefined) return refuse({ kind: 'zone_not_found', zoneId: param(request, 'zone') });
      return answer(toZone(zone, context));
    },
  },
];

/** The account's subdomain of workers.dev. */
export const workersSubdomain = 'freehold-local';

const user = {
  id: '00000000000000000000000000000001',
  email: 'operator@freehold.example',
  first_name: 'Local',
  last_name: 'Operator',
  two_factor_authentication_enabled: false,
  suspended: false,
};

/** Confirms the token, which has been checked before any handler runs. */
function verifyToken(): Response {
  return answer({ id: '00000000000000000000000000000002', status: 'active' });
}

function toAccount(context: CloudContext): Record<string, unknown> {
  return {
    id: context.accountId,
    name: 'Freehold local cloud',
    type: 'standard',
    settings: { enforce_twofactor: false },
    created_on: accountCreatedOn,
  };
}

function toMembership(context: CloudContext): Record<string, unknown> {
  return {
    id: '00000000000000000000000000000003',
    status: 'accepted',
    account: toAccount(context),
    roles: ['Super Administrator - All Privileges'],
  };
}

function toZone(zone: Zone, context: CloudContext): Record<string, unknown> {
  return {
    id: zone.id,
    name: zone.name,
    status: 'active',
    type: 'full',
    paused: false,
    account: { id: context.accountId, name: 'Freehold local cloud' },
    owner: { id: context.accountId, type: 'organization', name: null },
    plan: { id: 'enterprise', name: 'Enterprise Website' },
    name_servers: [],
    created_on: accountCreatedOn,
    modified_on: accountCreatedOn,
    activated_on: accountCreatedOn,
  };
}
