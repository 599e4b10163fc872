import { type Expression, type SqlBool, sql } from 'kysely';
import { clientDependants } from '../../../schema/account/tables/client-dependants.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { limits } from '../../../schema/model/limits.ts';
import type { Statement } from '../../../schema/model/list-statement.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { Caller } from '../../http/collection/access.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { present } from '../../http/collection/present.ts';
import type { Fields, StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { recordPageRead } from '../../http/collection/sensitive-reads.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { collectionOf } from '../collections/collections.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { authorizeVerb } from '../identity/authorize.ts';

/** A link between a client and a dependant, with the row at the other end. */
interface LinkedRow extends StoredRow {
  readonly linkId: string;
  readonly dependantId: string;
  readonly relationship: string | null;
}

/** A client who shares a case with another. */
interface JointRow extends StoredRow {
  readonly caseId: string;
}

/** Permissions for a household, in addition to `clients:read`, because it shows three collections. */
const NEEDED = ['client-dependants:read', 'client-dependant-clients:read'];

/** Permission to see which clients share a case. */
const CASES_PERMISSION = 'cases:read';

/**
 * `GET /v1/clients/{id}/household`, in one round trip: a client, their dependants, and other clients who share a
 * dependant or a case with the client, such as the other half of a couple. At most `limits.listLimitMax` links of each
 * kind; `isComplete` says whether these are all.
 */
export async function getHousehold(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, clients, 'read');
  if (isRefusal(access)) return access;
  const limit = limits.listLimitMax + 1;
  const maySeeCases = access.holds(CASES_PERMISSION);
  const found = await runAllowed(context.database, access, [
    selectRow(clients.name, id),
    dependantsOf(id, limit),
    linkedClientsOf(id, limit),
    jointClientsOf(id, limit, maySeeCases),
    ...recordPageRead(
      collectionOf(clients),
      context,
      access,
      shownClients(id, maySeeCases),
      undefined,
      NEEDED,
    ),
  ]);
  if (isRefusal(found)) return found;
  const { caller } = found;
  const missing = NEEDED.find((permission) => !caller.may(permission));
  if (missing !== undefined) {
    return refuse({
      kind: 'forbidden',
      detail: `This requires the permission ${missing}.`,
      permission: missing,
    });
  }
  const [[client], dependants, links, joint] = found.rows;
  if (client === undefined) return refuse({ kind: 'row_not_found', collection: clients.collection, id });
  const showClient = (row: StoredRow) => present(row, collectionOf(clients), context.bindings, caller);
  return Response.json({
    client: showClient(client),
    dependants: dependants.slice(0, limits.listLimitMax).map((row) => showDependant(row, context, caller)),
    linkedClients: toLinkedClients(
      links.slice(0, limits.listLimitMax),
      joint.slice(0, limits.listLimitMax),
      showClient,
    ),
    isComplete: [dependants, links, joint].every(({ length }) => length < limit),
  });
}

/** Statement for the clients of a household. */
function shownClients(id: string, maySeeCases: Expression<SqlBool>): Statement {
  const linked = linkedClientsOf(id, limits.listLimitMax);
  const joint = jointClientsOf(id, limits.listLimitMax, maySeeCases);
  return {
    sql: `select id, body from clients where id = ? union select id, body from (${linked.sql})
      union select id, body from (${joint.sql})`,
    parameters: [id, ...linked.parameters, ...joint.parameters] as readonly (string | number)[],
  };
}

function showDependant(row: LinkedRow, { bindings }: ApiContext<AccountBindings>, caller: Caller): Fields {
  return {
    linkId: row.linkId,
    ...relationshipOf(row),
    dependant: present(row, collectionOf(clientDependants), bindings, caller),
  };
}

/** The other clients, each once, with the dependants and cases that they share with the client. */
function toLinkedClients(
  links: readonly LinkedRow[],
  joint: readonly JointRow[],
  showClient: (row: StoredRow) => Fields,
): readonly Fields[] {
  const shared = Map.groupBy(links, ({ id }) => id);
  const named = Map.groupBy(joint, ({ id }) => id);
  const rows = new Map([...joint, ...links].map((row) => [row.id, row] as const));
  return [...new Set([...shared.keys(), ...named.keys()])].map((id) => ({
    client: showClient(rows.get(id) as StoredRow),
    shares: (shared.get(id) ?? []).map((row) => ({
      linkId: row.linkId,
      dependantId: row.dependantId,
      ...relationshipOf(row),
    })),
    caseIds: [...new Set((named.get(id) ?? []).map(({ caseId }) => caseId))],
  }));
}

function relationshipOf({ relationship }: LinkedRow): Fields {
  return relationship === null ? {} : { relationship };
}

/** Query for the dependants of a client, in the order in which they were linked. */
export function dependantsOf(clientId: string, limit: number) {
  return sql<LinkedRow>`select link.id as linkId, link.dependant_id as dependantId,
      link.body ->> '$.relationship' as relationship, dependant.id, dependant.body
    from client_dependant_clients as link join client_dependants as dependant on dependant.id = link.dependant_id
    where link.client_id = ${clientId} order by link.id limit ${limit}`.compile(accountBuilder);
}

/** Query for the clients who share a dependant with a client: one row per shared link. */
export function linkedClientsOf(clientId: string, limit: number) {
  return sql<LinkedRow>`select theirs.id as linkId, theirs.dependant_id as dependantId,
      theirs.body ->> '$.relationship' as relationship, client.id, client.body
    from client_dependant_clients as mine
    join client_dependant_clients as theirs on theirs.dependant_id = mine.dependant_id
    join clients as client on client.id = theirs.client_id
    where mine.client_id = ${clientId} and theirs.client_id <> ${clientId} limit ${limit}`.compile(
    accountBuilder,
  );
}

/** Query for the clients who share a case with a client: one row per client and case. */
export function jointClientsOf(clientId: string, limit: number, condition: Expression<SqlBool>) {
  return sql<JointRow>`select theirs.id as caseId, client.id, client.body
    from (select id from cases where client_id = ${clientId}
      union all select row_id from cases_client_ids where named_id = ${clientId}) as mine
    join cases as theirs on theirs.id = mine.id
    join json_each(json_insert(coalesce(theirs.body -> '$.clientIds', '[]'), '$[#]', theirs.client_id)) as named
    join clients as client on client.id = named.value
    where named.value <> ${clientId} and ${condition} limit ${limit}`.compile(accountBuilder);
}
