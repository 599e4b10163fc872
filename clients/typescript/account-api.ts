// Written by `npm run docs` from the OpenAPI document of the account API.

export interface paths {
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This document for people, to read and to try out */
        readonly get: operations["getDocsPage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/livez": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the Worker runs */
        readonly get: operations["getLiveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This document */
        readonly get: operations["getOpenApiDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether its database answers too */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit-events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List audit events
         * @description Needs the permission `audit:read`.
         */
        readonly get: operations["listAuditEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit-events/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an audit event
         * @description Needs the permission `audit:read`.
         */
        readonly get: operations["getAuditEvent"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/case-tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List case tasks
         * @description Needs the permission `case-tasks:read`.
         */
        readonly get: operations["listCaseTasks"];
        readonly put?: never;
        /**
         * Create a case task
         * @description Needs the permission `case-tasks:write`.
         */
        readonly post: operations["createCaseTask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/case-tasks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a case task
         * @description Needs the permission `case-tasks:read`.
         */
        readonly get: operations["getCaseTask"];
        /**
         * Replace a case task
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `case-tasks:write`.
         */
        readonly put: operations["replaceCaseTask"];
        readonly post?: never;
        /**
         * Delete a case task
         * @description Needs the permission `case-tasks:delete`.
         */
        readonly delete: operations["deleteCaseTask"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a case task
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `case-tasks:write`.
         */
        readonly patch: operations["patchCaseTask"];
        readonly trace?: never;
    };
    readonly "/v1/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List cases
         * @description Needs the permission `cases:read`.
         */
        readonly get: operations["listCases"];
        readonly put?: never;
        /**
         * Create a case
         * @description Needs the permission `cases:write`.
         */
        readonly post: operations["createCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cases/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a case
         * @description Needs the permission `cases:read`.
         */
        readonly get: operations["getCase"];
        /**
         * Replace a case
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `cases:write`.
         */
        readonly put: operations["replaceCase"];
        readonly post?: never;
        /**
         * Delete a case
         * @description Refused while other rows name this one.
         *
         *     Needs the permission `cases:delete`.
         */
        readonly delete: operations["deleteCase"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a case
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `cases:write`.
         */
        readonly patch: operations["patchCase"];
        readonly trace?: never;
    };
    readonly "/v1/client-dependant-clients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List client dependant clients
         * @description Needs the permission `client-dependant-clients:read`.
         */
        readonly get: operations["listClientDependantClients"];
        readonly put?: never;
        /**
         * Create a client dependant client
         * @description Needs the permission `client-dependant-clients:write`.
         */
        readonly post: operations["createClientDependantClient"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/client-dependant-clients/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a client dependant client
         * @description Needs the permission `client-dependant-clients:read`.
         */
        readonly get: operations["getClientDependantClient"];
        /**
         * Replace a client dependant client
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `client-dependant-clients:write`.
         */
        readonly put: operations["replaceClientDependantClient"];
        readonly post?: never;
        /**
         * Delete a client dependant client
         * @description Needs the permission `client-dependant-clients:delete`.
         */
        readonly delete: operations["deleteClientDependantClient"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a client dependant client
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `client-dependant-clients:write`.
         */
        readonly patch: operations["patchClientDependantClient"];
        readonly trace?: never;
    };
    readonly "/v1/client-dependants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List client dependants
         * @description Needs the permission `client-dependants:read`.
         */
        readonly get: operations["listClientDependants"];
        readonly put?: never;
        /**
         * Create a client dependant
         * @description Needs the permission `client-dependants:write`.
         */
        readonly post: operations["createClientDependant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/client-dependants/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a client dependant
         * @description Needs the permission `client-dependants:read`.
         */
        readonly get: operations["getClientDependant"];
        /**
         * Replace a client dependant
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `client-dependants:write`.
         */
        readonly put: operations["replaceClientDependant"];
        readonly post?: never;
        /**
         * Delete a client dependant
         * @description Refused while other rows name this one.
         *
         *     Needs the permission `client-dependants:delete`.
         */
        readonly delete: operations["deleteClientDependant"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a client dependant
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `client-dependants:write`.
         */
        readonly patch: operations["patchClientDependant"];
        readonly trace?: never;
    };
    readonly "/v1/clients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List clients
         * @description Needs the permission `clients:read`.
         */
        readonly get: operations["listClients"];
        readonly put?: never;
        /**
         * Create a client
         * @description Needs the permission `clients:write`.
         */
        readonly post: operations["createClient"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clients/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a client
         * @description Needs the permission `clients:read`.
         */
        readonly get: operations["getClient"];
        /**
         * Replace a client
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `clients:write`.
         */
        readonly put: operations["replaceClient"];
        readonly post?: never;
        /**
         * Delete a client
         * @description Refused while other rows name this one.
         *
         *     Needs the permission `clients:delete`.
         */
        readonly delete: operations["deleteClient"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a client
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `clients:write`.
         */
        readonly patch: operations["patchClient"];
        readonly trace?: never;
    };
    readonly "/v1/contact-companies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List contact companies
         * @description Needs the permission `contact-companies:read`.
         */
        readonly get: operations["listContactCompanies"];
        readonly put?: never;
        /**
         * Create a contact company
         * @description Needs the permission `contact-companies:write`.
         */
        readonly post: operations["createContactCompany"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/contact-companies/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a contact company
         * @description Needs the permission `contact-companies:read`.
         */
        readonly get: operations["getContactCompany"];
        /**
         * Replace a contact company
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `contact-companies:write`.
         */
        readonly put: operations["replaceContactCompany"];
        readonly post?: never;
        /**
         * Delete a contact company
         * @description Refused while other rows name this one.
         *
         *     Needs the permission `contact-companies:delete`.
         */
        readonly delete: operations["deleteContactCompany"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a contact company
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `contact-companies:write`.
         */
        readonly patch: operations["patchContactCompany"];
        readonly trace?: never;
    };
    readonly "/v1/contact-individuals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List contact individuals
         * @description Needs the permission `contact-individuals:read`.
         */
        readonly get: operations["listContactIndividuals"];
        readonly put?: never;
        /**
         * Create a contact individual
         * @description Needs the permission `contact-individuals:write`.
         */
        readonly post: operations["createContactIndividual"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/contact-individuals/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a contact individual
         * @description Needs the permission `contact-individuals:read`.
         */
        readonly get: operations["getContactIndividual"];
        /**
         * Replace a contact individual
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `contact-individuals:write`.
         */
        readonly put: operations["replaceContactIndividual"];
        readonly post?: never;
        /**
         * Delete a contact individual
         * @description Needs the permission `contact-individuals:delete`.
         */
        readonly delete: operations["deleteContactIndividual"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a contact individual
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `contact-individuals:write`.
         */
        readonly patch: operations["patchContactIndividual"];
        readonly trace?: never;
    };
    readonly "/v1/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List documents
         * @description Needs the permission `documents:read`.
         */
        readonly get: operations["listDocuments"];
        readonly put?: never;
        /**
         * Create a document
         * @description Needs the permission `documents:write`.
         */
        readonly post: operations["createDocument"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/documents/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a document
         * @description Needs the permission `documents:read`.
         */
        readonly get: operations["getDocument"];
        /**
         * Replace a document
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `documents:write`.
         */
        readonly put: operations["replaceDocument"];
        readonly post?: never;
        /**
         * Delete a document
         * @description Needs the permission `documents:delete`.
         */
        readonly delete: operations["deleteDocument"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a document
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `documents:write`.
         */
        readonly patch: operations["patchDocument"];
        readonly trace?: never;
    };
    readonly "/v1/groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List groups
         * @description Needs the permission `groups:read`.
         */
        readonly get: operations["listGroups"];
        readonly put?: never;
        /**
         * Create a group
         * @description Needs the permission `groups:write`.
         */
        readonly post: operations["createGroup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/groups/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a group
         * @description Needs the permission `groups:read`.
         */
        readonly get: operations["getGroup"];
        /**
         * Replace a group
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `groups:write`.
         */
        readonly put: operations["replaceGroup"];
        readonly post?: never;
        /**
         * Delete a group
         * @description Refused while other rows name this one.
         *
         *     Needs the permission `groups:delete`.
         */
        readonly delete: operations["deleteGroup"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a group
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `groups:write`.
         */
        readonly patch: operations["patchGroup"];
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who I am and what I may do */
        readonly get: operations["getMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List users
         * @description Needs the permission `users:read`.
         */
        readonly get: operations["listUsers"];
        readonly put?: never;
        /**
         * Create a user
         * @description Needs the permission `users:write`.
         */
        readonly post: operations["createUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a user
         * @description Needs the permission `users:read`.
         */
        readonly get: operations["getUser"];
        /**
         * Replace a user
         * @description What is left out is gone, or has its default again.
         *
         *     Needs the permission `users:write`.
         */
        readonly put: operations["replaceUser"];
        readonly post?: never;
        /**
         * Delete a user
         * @description Refused while other rows name this one.
         *
         *     Needs the permission `users:delete`.
         */
        readonly delete: operations["deleteUser"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change some fields of a user
         * @description A JSON merge patch (RFC 7396).
         *
         *     Needs the permission `users:write`.
         */
        readonly patch: operations["patchUser"];
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AuditEventsPage: {
            readonly items: readonly components["schemas"]["AuditEventsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /**
         * @description Who did what to which row, and when; nobody can change it.
         * @example {
         *       "id": "aud-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "actorId": "usr-01kdw5h80c0000000000000004",
         *       "action": "update",
         *       "collection": "clients",
         *       "rowId": "cli-01kdw5h80c0000000000000001",
         *       "before": "0000000000000000000000000000000000000000000000000000000000000000",
         *       "after": "1111111111111111111111111111111111111111111111111111111111111111"
         *     }
         */
        readonly AuditEventsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly actorId: string;
            /** @enum {string} */
            readonly action: "create" | "update" | "delete" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase";
            readonly collection: string;
            readonly rowId: string;
            /** @description A sha256 in hex. */
            readonly before?: string;
            /** @description A sha256 in hex. */
            readonly after?: string;
            readonly requestId?: string;
        };
        /**
         * @description A step of a case that someone has to take.
         * @example {
         *       "caseId": "cas-01kdw5h80c0000000000000003",
         *       "status": "open",
         *       "dueOn": "2026-02-06",
         *       "title": "Ask the ceding scheme for a valuation",
         *       "position": 0,
         *       "checklist": [
         *         {
         *           "label": "Letter of authority signed",
         *           "done": true
         *         },
         *         {
         *           "label": "Valuation received",
         *           "done": false
         *         }
         *       ]
         *     }
         */
        readonly CaseTasksBody: {
            /** @description An id that starts with cas-. */
            readonly caseId: string;
            /** @description An id that starts with usr-. */
            readonly assigneeId?: string;
            /**
             * @default open
             * @enum {string}
             */
            readonly status?: "open" | "waiting" | "done" | "cancelled";
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dueOn?: string;
            readonly title: string;
            /** @default 0 */
            readonly position?: number;
            /** @default [] */
            readonly checklist?: readonly {
                readonly label: string;
                /** @default false */
                readonly done?: boolean;
            }[];
        };
        readonly CaseTasksPage: {
            readonly items: readonly components["schemas"]["CaseTasksRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly CaseTasksPatch: {
            readonly caseId?: components["schemas"]["CaseTasksBody"]["caseId"];
            readonly assigneeId?: components["schemas"]["CaseTasksBody"]["assigneeId"] | null;
            readonly status?: components["schemas"]["CaseTasksBody"]["status"] | null;
            readonly dueOn?: components["schemas"]["CaseTasksBody"]["dueOn"] | null;
            readonly title?: components["schemas"]["CaseTasksBody"]["title"];
            readonly position?: components["schemas"]["CaseTasksBody"]["position"] | null;
            readonly checklist?: components["schemas"]["CaseTasksBody"]["checklist"] | null;
        };
        /**
         * @description A step of a case that someone has to take.
         * @example {
         *       "id": "tsk-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "caseId": "cas-01kdw5h80c0000000000000003",
         *       "status": "open",
         *       "dueOn": "2026-02-06",
         *       "title": "Ask the ceding scheme for a valuation",
         *       "position": 0,
         *       "checklist": [
         *         {
         *           "label": "Letter of authority signed",
         *           "done": true
         *         },
         *         {
         *           "label": "Valuation received",
         *           "done": false
         *         }
         *       ]
         *     }
         */
        readonly CaseTasksRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            /** @description An id that starts with cas-. */
            readonly caseId: string;
            /** @description An id that starts with usr-. */
            readonly assigneeId?: string;
            /** @enum {string} */
            readonly status: "open" | "waiting" | "done" | "cancelled";
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dueOn?: string;
            readonly title: string;
            readonly position: number;
            readonly checklist: readonly {
                readonly label: string;
                readonly done: boolean;
            }[];
        };
        /**
         * @description A piece of work for one client, or for several together.
         * @example {
         *       "reference": "C-2026-0117",
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "type": "pension transfer",
         *       "status": "open",
         *       "title": "Transfer of the works pension",
         *       "openedAt": "2026-01-12T09:30:00.000Z",
         *       "dueOn": "2026-04-30",
         *       "valuePence": 18450000
         *     }
         */
        readonly CasesBody: {
            readonly reference?: string;
            /** @description An id that starts with cli-. */
            readonly clientId: string;
            /**
             * @description Not name anything twice.
             * @default []
             */
            readonly clientIds?: readonly string[];
            /** @default general */
            readonly type?: string;
            /**
             * @default open
             * @enum {string}
             */
            readonly status?: "open" | "waiting" | "closed";
            /** @description An id that starts with usr-. */
            readonly ownerId?: string;
            /** @description An id that starts with prv-. */
            readonly providerId?: string;
            readonly title: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly openedAt?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dueOn?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly closedAt?: string;
            readonly valuePence?: number;
        };
        readonly CasesPage: {
            readonly items: readonly components["schemas"]["CasesRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly CasesPatch: {
            readonly reference?: components["schemas"]["CasesBody"]["reference"] | null;
            readonly clientId?: components["schemas"]["CasesBody"]["clientId"];
            readonly clientIds?: components["schemas"]["CasesBody"]["clientIds"] | null;
            readonly type?: components["schemas"]["CasesBody"]["type"] | null;
            readonly status?: components["schemas"]["CasesBody"]["status"] | null;
            readonly ownerId?: components["schemas"]["CasesBody"]["ownerId"] | null;
            readonly providerId?: components["schemas"]["CasesBody"]["providerId"] | null;
            readonly title?: components["schemas"]["CasesBody"]["title"];
            readonly openedAt?: components["schemas"]["CasesBody"]["openedAt"] | null;
            readonly dueOn?: components["schemas"]["CasesBody"]["dueOn"] | null;
            readonly closedAt?: components["schemas"]["CasesBody"]["closedAt"] | null;
            readonly valuePence?: components["schemas"]["CasesBody"]["valuePence"] | null;
        };
        /**
         * @description A piece of work for one client, or for several together.
         * @example {
         *       "id": "cas-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "reference": "C-2026-0117",
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "type": "pension transfer",
         *       "status": "open",
         *       "title": "Transfer of the works pension",
         *       "openedAt": "2026-01-12T09:30:00.000Z",
         *       "dueOn": "2026-04-30",
         *       "valuePence": 18450000,
         *       "clientIds": []
         *     }
         */
        readonly CasesRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly reference?: string;
            /** @description An id that starts with cli-. */
            readonly clientId: string;
            /** @description Not name anything twice. */
            readonly clientIds: readonly string[];
            readonly type: string;
            /** @enum {string} */
            readonly status: "open" | "waiting" | "closed";
            /** @description An id that starts with usr-. */
            readonly ownerId?: string;
            /** @description An id that starts with prv-. */
            readonly providerId?: string;
            readonly title: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly openedAt?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dueOn?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly closedAt?: string;
            readonly valuePence?: number;
        };
        /**
         * @description That a dependant depends on a client, and how.
         * @example {
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "dependantId": "dep-01kdw5h80c0000000000000002",
         *       "relationship": "grandson"
         *     }
         */
        readonly ClientDependantClientsBody: {
            /** @description An id that starts with cli-. */
            readonly clientId: string;
            /** @description An id that starts with dep-. */
            readonly dependantId: string;
            readonly relationship?: string;
        };
        readonly ClientDependantClientsPage: {
            readonly items: readonly components["schemas"]["ClientDependantClientsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly ClientDependantClientsPatch: {
            readonly clientId?: components["schemas"]["ClientDependantClientsBody"]["clientId"];
            readonly dependantId?: components["schemas"]["ClientDependantClientsBody"]["dependantId"];
            readonly relationship?: components["schemas"]["ClientDependantClientsBody"]["relationship"] | null;
        };
        /**
         * @description That a dependant depends on a client, and how.
         * @example {
         *       "id": "dcl-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "dependantId": "dep-01kdw5h80c0000000000000002",
         *       "relationship": "grandson"
         *     }
         */
        readonly ClientDependantClientsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            /** @description An id that starts with cli-. */
            readonly clientId: string;
            /** @description An id that starts with dep-. */
            readonly dependantId: string;
            readonly relationship?: string;
        };
        /**
         * @description Someone who depends on one or more clients.
         * @example {
         *       "firstName": "Tom",
         *       "lastName": "Holloway",
         *       "dateOfBirth": "2011-09-02",
         *       "financiallyDependent": true,
         *       "until": "2032-07-31"
         *     }
         */
        readonly ClientDependantsBody: {
            readonly firstName?: string;
            readonly lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dateOfBirth?: string;
            /** @default true */
            readonly financiallyDependent?: boolean;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly until?: string;
        };
        readonly ClientDependantsPage: {
            readonly items: readonly components["schemas"]["ClientDependantsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly ClientDependantsPatch: {
            readonly firstName?: components["schemas"]["ClientDependantsBody"]["firstName"] | null;
            readonly lastName?: components["schemas"]["ClientDependantsBody"]["lastName"];
            readonly dateOfBirth?: components["schemas"]["ClientDependantsBody"]["dateOfBirth"] | null;
            readonly financiallyDependent?: components["schemas"]["ClientDependantsBody"]["financiallyDependent"] | null;
            readonly until?: components["schemas"]["ClientDependantsBody"]["until"] | null;
        };
        /**
         * @description Someone who depends on one or more clients.
         * @example {
         *       "id": "dep-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "firstName": "Tom",
         *       "lastName": "Holloway",
         *       "dateOfBirth": "2011-09-02",
         *       "financiallyDependent": true,
         *       "until": "2032-07-31"
         *     }
         */
        readonly ClientDependantsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly firstName?: string;
            readonly lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dateOfBirth?: string;
            readonly financiallyDependent: boolean;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly until?: string;
        };
        /**
         * @description A person the firm looks after.
         * @example {
         *       "reference": "HV-00042",
         *       "status": "active",
         *       "title": "Mrs",
         *       "firstName": "Margaret",
         *       "lastName": "Holloway",
         *       "dateOfBirth": "1951-06-14",
         *       "email": "margaret.holloway@post.example",
         *       "phones": [
         *         {
         *           "kind": "mobile",
         *           "number": "+44 7700 900123"
         *         }
         *       ],
         *       "addresses": [
         *         {
         *           "kind": "home",
         *           "line1": "4 Quayside",
         *           "town": "Norwich",
         *           "postcode": "NR1 3QT",
         *           "country": "GB"
         *         }
         *       ],
         *       "vulnerabilityNote": "Prefers large print.",
         *       "tags": [
         *         "pension",
         *         "annual review"
         *       ]
         *     }
         */
        readonly ClientsBody: {
            readonly reference?: string;
            /**
             * @default prospect
             * @enum {string}
             */
            readonly status?: "prospect" | "active" | "dormant" | "archived";
            readonly title?: string;
            readonly firstName?: string;
            readonly lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dateOfBirth?: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email?: string;
            /** @default [] */
            readonly phones?: readonly {
                /**
                 * @default mobile
                 * @enum {string}
                 */
                readonly kind?: "mobile" | "home" | "work" | "other";
                /** @description A telephone number. */
                readonly number: string;
            }[];
            /** @default [] */
            readonly addresses?: readonly {
                /** @enum {string} */
                readonly kind?: "home" | "work" | "correspondence" | "registered" | "other";
                readonly line1: string;
                readonly line2?: string;
                readonly line3?: string;
                readonly town?: string;
                readonly county?: string;
                readonly postcode?: string;
                /**
                 * @description A country code such as GB.
                 * @default GB
                 */
                readonly country?: string;
            }[];
            readonly nationalInsuranceNumber?: string;
            /** @description An id that starts with usr-. */
            readonly adviserId?: string;
            readonly vulnerabilityNote?: string;
            /**
             * @description Not name anything twice.
             * @default []
             */
            readonly tags?: readonly string[];
        };
        readonly ClientsPage: {
            readonly items: readonly components["schemas"]["ClientsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly ClientsPatch: {
            readonly reference?: components["schemas"]["ClientsBody"]["reference"] | null;
            readonly status?: components["schemas"]["ClientsBody"]["status"] | null;
            readonly title?: components["schemas"]["ClientsBody"]["title"] | null;
            readonly firstName?: components["schemas"]["ClientsBody"]["firstName"] | null;
            readonly lastName?: components["schemas"]["ClientsBody"]["lastName"];
            readonly dateOfBirth?: components["schemas"]["ClientsBody"]["dateOfBirth"] | null;
            readonly email?: components["schemas"]["ClientsBody"]["email"] | null;
            readonly phones?: components["schemas"]["ClientsBody"]["phones"] | null;
            readonly addresses?: components["schemas"]["ClientsBody"]["addresses"] | null;
            readonly nationalInsuranceNumber?: components["schemas"]["ClientsBody"]["nationalInsuranceNumber"] | null;
            readonly adviserId?: components["schemas"]["ClientsBody"]["adviserId"] | null;
            readonly vulnerabilityNote?: components["schemas"]["ClientsBody"]["vulnerabilityNote"] | null;
            readonly tags?: components["schemas"]["ClientsBody"]["tags"] | null;
        };
        /**
         * @description A person the firm looks after.
         * @example {
         *       "id": "cli-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "reference": "HV-00042",
         *       "status": "active",
         *       "title": "Mrs",
         *       "firstName": "Margaret",
         *       "lastName": "Holloway",
         *       "dateOfBirth": "1951-06-14",
         *       "email": "margaret.holloway@post.example",
         *       "phones": [
         *         {
         *           "kind": "mobile",
         *           "number": "+44 7700 900123"
         *         }
         *       ],
         *       "addresses": [
         *         {
         *           "kind": "home",
         *           "line1": "4 Quayside",
         *           "town": "Norwich",
         *           "postcode": "NR1 3QT",
         *           "country": "GB"
         *         }
         *       ],
         *       "vulnerabilityNote": "Prefers large print.",
         *       "tags": [
         *         "pension",
         *         "annual review"
         *       ]
         *     }
         */
        readonly ClientsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly reference?: string;
            /** @enum {string} */
            readonly status: "prospect" | "active" | "dormant" | "archived";
            readonly title?: string;
            readonly firstName?: string;
            readonly lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly dateOfBirth?: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email?: string;
            readonly phones: readonly {
                /** @enum {string} */
                readonly kind: "mobile" | "home" | "work" | "other";
                /** @description A telephone number. */
                readonly number: string;
            }[];
            readonly addresses: readonly {
                /** @enum {string} */
                readonly kind?: "home" | "work" | "correspondence" | "registered" | "other";
                readonly line1: string;
                readonly line2?: string;
                readonly line3?: string;
                readonly town?: string;
                readonly county?: string;
                readonly postcode?: string;
                /** @description A country code such as GB. */
                readonly country: string;
            }[];
            /** @description A National Insurance number. */
            readonly nationalInsuranceNumber?: string;
            /** @description An id that starts with usr-. */
            readonly adviserId?: string;
            readonly vulnerabilityNote?: string;
            /** @description Not name anything twice. */
            readonly tags: readonly string[];
        };
        /**
         * @description A firm or body that the account deals with.
         * @example {
         *       "name": "Wensum Solicitors LLP",
         *       "kind": "solicitor",
         *       "registrationNumber": "OC399999",
         *       "phones": [
         *         {
         *           "kind": "work",
         *           "number": "01632 960456"
         *         }
         *       ],
         *       "addresses": [
         *         {
         *           "kind": "registered",
         *           "line1": "9 Elm Hill",
         *           "town": "Norwich",
         *           "postcode": "NR3 1HN",
         *           "country": "GB"
         *         }
         *       ]
         *     }
         */
        readonly ContactCompaniesBody: {
            readonly name: string;
            /** @default other */
            readonly kind?: string;
            readonly registrationNumber?: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email?: string;
            /** @default [] */
            readonly phones?: readonly {
                /**
                 * @default mobile
                 * @enum {string}
                 */
                readonly kind?: "mobile" | "home" | "work" | "other";
                /** @description A telephone number. */
                readonly number: string;
            }[];
            /**
             * Format: uri
             * @description An https:// address.
             */
            readonly website?: string;
            /** @default [] */
            readonly addresses?: readonly {
                /** @enum {string} */
                readonly kind?: "home" | "work" | "correspondence" | "registered" | "other";
                readonly line1: string;
                readonly line2?: string;
                readonly line3?: string;
                readonly town?: string;
                readonly county?: string;
                readonly postcode?: string;
                /**
                 * @description A country code such as GB.
                 * @default GB
                 */
                readonly country?: string;
            }[];
            /** @description An id that starts with prv-. */
            readonly providerId?: string;
        };
        readonly ContactCompaniesPage: {
            readonly items: readonly components["schemas"]["ContactCompaniesRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly ContactCompaniesPatch: {
            readonly name?: components["schemas"]["ContactCompaniesBody"]["name"];
            readonly kind?: components["schemas"]["ContactCompaniesBody"]["kind"] | null;
            readonly registrationNumber?: components["schemas"]["ContactCompaniesBody"]["registrationNumber"] | null;
            readonly email?: components["schemas"]["ContactCompaniesBody"]["email"] | null;
            readonly phones?: components["schemas"]["ContactCompaniesBody"]["phones"] | null;
            readonly website?: components["schemas"]["ContactCompaniesBody"]["website"] | null;
            readonly addresses?: components["schemas"]["ContactCompaniesBody"]["addresses"] | null;
            readonly providerId?: components["schemas"]["ContactCompaniesBody"]["providerId"] | null;
        };
        /**
         * @description A firm or body that the account deals with.
         * @example {
         *       "id": "cmp-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "name": "Wensum Solicitors LLP",
         *       "kind": "solicitor",
         *       "registrationNumber": "OC399999",
         *       "phones": [
         *         {
         *           "kind": "work",
         *           "number": "01632 960456"
         *         }
         *       ],
         *       "addresses": [
         *         {
         *           "kind": "registered",
         *           "line1": "9 Elm Hill",
         *           "town": "Norwich",
         *           "postcode": "NR3 1HN",
         *           "country": "GB"
         *         }
         *       ]
         *     }
         */
        readonly ContactCompaniesRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly name: string;
            readonly kind: string;
            readonly registrationNumber?: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email?: string;
            readonly phones: readonly {
                /** @enum {string} */
                readonly kind: "mobile" | "home" | "work" | "other";
                /** @description A telephone number. */
                readonly number: string;
            }[];
            /**
             * Format: uri
             * @description An https:// address.
             */
            readonly website?: string;
            readonly addresses: readonly {
                /** @enum {string} */
                readonly kind?: "home" | "work" | "correspondence" | "registered" | "other";
                readonly line1: string;
                readonly line2?: string;
                readonly line3?: string;
                readonly town?: string;
                readonly county?: string;
                readonly postcode?: string;
                /** @description A country code such as GB. */
                readonly country: string;
            }[];
            /** @description An id that starts with prv-. */
            readonly providerId?: string;
        };
        /**
         * @description A person the firm deals with who is not a client.
         * @example {
         *       "firstName": "Priya",
         *       "lastName": "Nair",
         *       "email": "priya.nair@wensum.example",
         *       "role": "Private client solicitor",
         *       "phones": [
         *         {
         *           "kind": "work",
         *           "number": "01632 960457"
         *         }
         *       ]
         *     }
         */
        readonly ContactIndividualsBody: {
            readonly firstName?: string;
            readonly lastName: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email?: string;
            /** @description An id that starts with cmp-. */
            readonly companyId?: string;
            readonly role?: string;
            /** @default [] */
            readonly phones?: readonly {
                /**
                 * @default mobile
                 * @enum {string}
                 */
                readonly kind?: "mobile" | "home" | "work" | "other";
                /** @description A telephone number. */
                readonly number: string;
            }[];
        };
        readonly ContactIndividualsPage: {
            readonly items: readonly components["schemas"]["ContactIndividualsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly ContactIndividualsPatch: {
            readonly firstName?: components["schemas"]["ContactIndividualsBody"]["firstName"] | null;
            readonly lastName?: components["schemas"]["ContactIndividualsBody"]["lastName"];
            readonly email?: components["schemas"]["ContactIndividualsBody"]["email"] | null;
            readonly companyId?: components["schemas"]["ContactIndividualsBody"]["companyId"] | null;
            readonly role?: components["schemas"]["ContactIndividualsBody"]["role"] | null;
            readonly phones?: components["schemas"]["ContactIndividualsBody"]["phones"] | null;
        };
        /**
         * @description A person the firm deals with who is not a client.
         * @example {
         *       "id": "ind-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "firstName": "Priya",
         *       "lastName": "Nair",
         *       "email": "priya.nair@wensum.example",
         *       "role": "Private client solicitor",
         *       "phones": [
         *         {
         *           "kind": "work",
         *           "number": "01632 960457"
         *         }
         *       ]
         *     }
         */
        readonly ContactIndividualsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly firstName?: string;
            readonly lastName: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email?: string;
            /** @description An id that starts with cmp-. */
            readonly companyId?: string;
            readonly role?: string;
            readonly phones: readonly {
                /** @enum {string} */
                readonly kind: "mobile" | "home" | "work" | "other";
                /** @description A telephone number. */
                readonly number: string;
            }[];
        };
        /**
         * @description The description of a file; its bytes are in R2.
         * @example {
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "category": "identity",
         *       "title": "Passport",
         *       "fileName": "passport.pdf",
         *       "mediaType": "application/pdf",
         *       "retainUntil": "2033-01-31",
         *       "legalHold": false
         *     }
         */
        readonly DocumentsBody: {
            /** @description An id that starts with cli-. */
            readonly clientId?: string;
            /** @description An id that starts with cas-. */
            readonly caseId?: string;
            /** @default general */
            readonly category?: string;
            readonly title: string;
            readonly fileName?: string;
            /** @description A media type such as application/pdf. */
            readonly mediaType?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly retainUntil?: string;
            /** @default false */
            readonly legalHold?: boolean;
        };
        readonly DocumentsPage: {
            readonly items: readonly components["schemas"]["DocumentsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly DocumentsPatch: {
            readonly clientId?: components["schemas"]["DocumentsBody"]["clientId"] | null;
            readonly caseId?: components["schemas"]["DocumentsBody"]["caseId"] | null;
            readonly category?: components["schemas"]["DocumentsBody"]["category"] | null;
            readonly title?: components["schemas"]["DocumentsBody"]["title"];
            readonly fileName?: components["schemas"]["DocumentsBody"]["fileName"] | null;
            readonly mediaType?: components["schemas"]["DocumentsBody"]["mediaType"] | null;
            readonly retainUntil?: components["schemas"]["DocumentsBody"]["retainUntil"] | null;
            readonly legalHold?: components["schemas"]["DocumentsBody"]["legalHold"] | null;
        };
        /**
         * @description The description of a file; its bytes are in R2.
         * @example {
         *       "id": "doc-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "category": "identity",
         *       "title": "Passport",
         *       "fileName": "passport.pdf",
         *       "mediaType": "application/pdf",
         *       "retainUntil": "2033-01-31",
         *       "legalHold": false
         *     }
         */
        readonly DocumentsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            /** @description An id that starts with cli-. */
            readonly clientId?: string;
            /** @description An id that starts with cas-. */
            readonly caseId?: string;
            readonly category: string;
            readonly title: string;
            readonly fileName?: string;
            /** @description A media type such as application/pdf. */
            readonly mediaType?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            readonly retainUntil?: string;
            readonly legalHold: boolean;
            readonly sizeBytes?: number;
            /** @description A sha256 in hex. */
            readonly sha256?: string;
            readonly contentVersion?: number;
            readonly previousVersions?: readonly {
                readonly contentVersion: number;
                readonly sizeBytes: number;
                /** @description A sha256 in hex. */
                readonly sha256: string;
                /** @description A media type such as application/pdf. */
                readonly mediaType: string;
                /**
                 * Format: date-time
                 * @description An instant such as 2026-03-31T09:30:00.000Z.
                 */
                readonly replacedAt: string;
            }[];
        };
        /**
         * @description A set of rights that users share.
         * @example {
         *       "name": "Paraplanners",
         *       "description": "Prepare advice; may not delete.",
         *       "permissions": [
         *         "clients:read",
         *         "cases:read",
         *         "cases:write",
         *         "documents:read",
         *         "documents:download"
         *       ]
         *     }
         */
        readonly GroupsBody: {
            readonly name: string;
            readonly description?: string;
            /**
             * @description Not name anything twice.
             * @default []
             */
            readonly permissions?: readonly string[];
        };
        readonly GroupsPage: {
            readonly items: readonly components["schemas"]["GroupsRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly GroupsPatch: {
            readonly name?: components["schemas"]["GroupsBody"]["name"];
            readonly description?: components["schemas"]["GroupsBody"]["description"] | null;
            readonly permissions?: components["schemas"]["GroupsBody"]["permissions"] | null;
        };
        /**
         * @description A set of rights that users share.
         * @example {
         *       "id": "grp-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "name": "Paraplanners",
         *       "description": "Prepare advice; may not delete.",
         *       "permissions": [
         *         "clients:read",
         *         "cases:read",
         *         "cases:write",
         *         "documents:read",
         *         "documents:download"
         *       ]
         *     }
         */
        readonly GroupsRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            readonly name: string;
            readonly description?: string;
            /** @description Not name anything twice. */
            readonly permissions: readonly string[];
        };
        readonly Health: {
            /** @constant */
            readonly status: "ok";
            readonly release: string;
        };
        /**
         * @description A problem document (RFC 9457). Some problems have further members.
         * @example {
         *       "type": "urn:freehold:problem:invalid-body",
         *       "title": "The body is not valid",
         *       "status": 422,
         *       "detail": "#/addresses/0/postcode must be a British postcode such as NR1 3QT, or have another country.",
         *       "instance": "/v1/clients",
         *       "errors": [
         *         {
         *           "pointer": "#/addresses/0/postcode",
         *           "detail": "must be a British postcode such as NR1 3QT, or have another country"
         *         }
         *       ]
         *     }
         */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            /** @description Path of the request, without its query. */
            readonly instance: string;
            /** @description Every wrong part of the request, the first 50. */
            readonly errors?: readonly {
                /** @description Where: `#/addresses/0/postcode`, `#/query/sort`, `#/headers/if-match`. */
                readonly pointer: string;
                readonly detail: string;
            }[];
        };
        /**
         * @description A person of the firm who may sign in.
         * @example {
         *       "email": "ada.hale@harbourvale.example",
         *       "name": "Ada Hale",
         *       "status": "invited",
         *       "groupIds": [
         *         "grp-01kdvdna000000000000000002"
         *       ],
         *       "locale": "en-GB"
         *     }
         */
        readonly UsersBody: {
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email: string;
            readonly name?: string;
            /**
             * @default invited
             * @enum {string}
             */
            readonly status?: "invited" | "active" | "disabled";
            /**
             * @description Not name anything twice.
             * @default []
             */
            readonly groupIds?: readonly string[];
            /**
             * @description A language such as en-GB.
             * @default en-GB
             */
            readonly locale?: string;
        };
        readonly UsersPage: {
            readonly items: readonly components["schemas"]["UsersRow"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            readonly nextCursor: string | null;
        };
        /** @description The fields to change; null removes one, or gives it its default again. */
        readonly UsersPatch: {
            readonly email?: components["schemas"]["UsersBody"]["email"];
            readonly name?: components["schemas"]["UsersBody"]["name"] | null;
            readonly status?: components["schemas"]["UsersBody"]["status"] | null;
            readonly groupIds?: components["schemas"]["UsersBody"]["groupIds"] | null;
            readonly locale?: components["schemas"]["UsersBody"]["locale"] | null;
        };
        /**
         * @description A person of the firm who may sign in.
         * @example {
         *       "id": "usr-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "email": "ada.hale@harbourvale.example",
         *       "name": "Ada Hale",
         *       "status": "invited",
         *       "groupIds": [
         *         "grp-01kdvdna000000000000000002"
         *       ],
         *       "locale": "en-GB"
         *     }
         */
        readonly UsersRow: {
            readonly id: string;
            /** @description An id that starts with acc-. */
            readonly accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly createdAt: string;
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly updatedAt: string;
            readonly updatedBy: string;
            readonly version: number;
            /**
             * Format: email
             * @description An e-mail address.
             */
            readonly email: string;
            readonly name?: string;
            /** @enum {string} */
            readonly status: "invited" | "active" | "disabled";
            /** @description Not name anything twice. */
            readonly groupIds: readonly string[];
            /** @description A language such as en-GB. */
            readonly locale: string;
            readonly subject?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            readonly lastSeenAt?: string;
        };
    };
    responses: {
        /** @description `invalid-cursor`, `invalid-header`, `invalid-query`. */
        readonly "400.invalid-cursor.invalid-header.invalid-query": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:invalid-cursor" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:invalid-query";
                    /** @constant */
                    readonly status?: 400;
                };
            };
        };
        /** @description `invalid-header`. */
        readonly "400.invalid-header": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:invalid-header";
                    /** @constant */
                    readonly status?: 400;
                };
            };
        };
        /** @description `invalid-header`, `malformed-body`. */
        readonly "400.invalid-header.malformed-body": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                    /** @constant */
                    readonly status?: 400;
                };
            };
        };
        /** @description `invalid-header`. */
        readonly "400.invalid-header.without-database": {
            headers: {
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:invalid-header";
                    /** @constant */
                    readonly status?: 400;
                };
            };
        };
        /** @description `token-invalid`, `token-missing`. */
        readonly "401.token-invalid.token-missing": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:token-invalid" | "urn:freehold:problem:token-missing";
                    /** @constant */
                    readonly status?: 401;
                };
            };
        };
        /** @description `forbidden`. */
        readonly "403.forbidden": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:forbidden";
                    /** @constant */
                    readonly status?: 403;
                };
            };
        };
        /** @description `not-found`. */
        readonly "404.not-found": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:not-found";
                    /** @constant */
                    readonly status?: 404;
                };
            };
        };
        /** @description `conflict`. */
        readonly "409.conflict": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:conflict";
                    /** @constant */
                    readonly status?: 409;
                };
            };
        };
        /** @description `conflict`, `duplicate`. */
        readonly "409.conflict.duplicate": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:duplicate";
                    /** @constant */
                    readonly status?: 409;
                };
            };
        };
        /** @description `duplicate`, `idempotency-in-flight`. */
        readonly "409.duplicate.idempotency-in-flight": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:duplicate" | "urn:freehold:problem:idempotency-in-flight";
                    /** @constant */
                    readonly status?: 409;
                };
            };
        };
        /** @description `idempotency-in-flight`. */
        readonly "409.idempotency-in-flight": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:idempotency-in-flight";
                    /** @constant */
                    readonly status?: 409;
                };
            };
        };
        /** @description `version-mismatch`. */
        readonly "412.version-mismatch": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:version-mismatch";
                    /** @constant */
                    readonly status?: 412;
                };
            };
        };
        /** @description `body-too-large`. */
        readonly "413.body-too-large": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:body-too-large";
                    /** @constant */
                    readonly status?: 413;
                };
            };
        };
        /** @description `unsupported-media-type`. */
        readonly "415.unsupported-media-type": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:unsupported-media-type";
                    /** @constant */
                    readonly status?: 415;
                };
            };
        };
        /** @description `idempotency-key-reused`, `invalid-body`. */
        readonly "422.idempotency-key-reused.invalid-body": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:idempotency-key-reused" | "urn:freehold:problem:invalid-body";
                    /** @constant */
                    readonly status?: 422;
                };
            };
        };
        /** @description `idempotency-key-reused`, `invalid-body`, `unknown-reference`. */
        readonly "422.idempotency-key-reused.invalid-body.unknown-reference": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:idempotency-key-reused" | "urn:freehold:problem:invalid-body" | "urn:freehold:problem:unknown-reference";
                    /** @constant */
                    readonly status?: 422;
                };
            };
        };
        /** @description `invalid-body`. */
        readonly "422.invalid-body": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:invalid-body";
                    /** @constant */
                    readonly status?: 422;
                };
            };
        };
        /** @description `invalid-body`, `unknown-reference`. */
        readonly "422.invalid-body.unknown-reference": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:invalid-body" | "urn:freehold:problem:unknown-reference";
                    /** @constant */
                    readonly status?: 422;
                };
            };
        };
        /** @description `precondition-required`. */
        readonly "428.precondition-required": {
            headers: {
                readonly etag: components["headers"]["etag"];
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:precondition-required";
                    /** @constant */
                    readonly status?: 428;
                };
            };
        };
        /** @description `internal`. */
        readonly "500.internal": {
            headers: {
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:internal";
                    /** @constant */
                    readonly status?: 500;
                };
            };
        };
        /** @description `internal`. */
        readonly "500.internal.without-database": {
            headers: {
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:internal";
                    /** @constant */
                    readonly status?: 500;
                };
            };
        };
        /** @description `issuer-unavailable`, `overloaded`. */
        readonly "503.issuer-unavailable.overloaded": {
            headers: {
                readonly "retry-after": components["headers"]["retry-after"];
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:issuer-unavailable" | "urn:freehold:problem:overloaded";
                    /** @constant */
                    readonly status?: 503;
                };
            };
        };
        /** @description `overloaded`. */
        readonly "503.overloaded": {
            headers: {
                readonly "retry-after": components["headers"]["retry-after"];
                readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                readonly traceparent: components["headers"]["traceparent"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    readonly type?: "urn:freehold:problem:overloaded";
                    /** @constant */
                    readonly status?: 503;
                };
            };
        };
    };
    parameters: {
        /**
         * @description A bookmark of an earlier answer: this one then shows at least what that one did.
         * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
         */
        readonly bookmark: string;
        /**
         * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
         * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
         */
        readonly idempotencyKeyOptional: string;
        /**
         * @description Entity tag that the change is meant for, or `*` for whatever is there.
         * @example "3"
         */
        readonly ifMatch: string;
        /**
         * @description Entity tag that the caller has; 304 when it is still the present one.
         * @example "3"
         */
        readonly ifNoneMatch: string;
        /**
         * @description W3C trace context of the request; quote it when you report a failure.
         * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
         */
        readonly traceparent: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Entity tag: send it as `If-Match` to change exactly this version.
         * @example "3"
         */
        readonly etag: string;
        /**
         * @description The answer repeats the one that this `Idempotency-Key` had before.
         * @example true
         */
        readonly "idempotency-replayed.optional": "true";
        /**
         * @description Where the result is.
         * @example /v1/clients/cli-01kdw5h80c0000000000000001
         */
        readonly location: string;
        /**
         * @description Seconds to wait before the request is repeated.
         * @example 2
         */
        readonly "retry-after": number;
        /**
         * @description W3C trace context of the request; quote it when you report a failure.
         * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
         */
        readonly traceparent: string;
        /**
         * @description Session bookmark of the database.
         * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
         */
        readonly "x-d1-bookmark.optional": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getDocsPage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page for browsers. */
            readonly 200: {
                headers: {
                    /**
                     * @description How long the answer may be kept.
                     * @example public, max-age=300
                     */
                    readonly "cache-control": string;
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html; charset=utf-8": string;
                };
            };
            readonly 400: components["responses"]["400.invalid-header.without-database"];
            readonly 500: components["responses"]["500.internal.without-database"];
        };
    };
    readonly getLiveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All is well; `release` names the bundle that answers. */
            readonly 200: {
                headers: {
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "release": "0123456789abcdef"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.without-database"];
            readonly 500: components["responses"]["500.internal.without-database"];
        };
    };
    readonly getOpenApiDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An OpenAPI 3.1 document. */
            readonly 200: {
                headers: {
                    /**
                     * @description How long the answer may be kept.
                     * @example public, max-age=300
                     */
                    readonly "cache-control": string;
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly openapi: string;
                    } & {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["400.invalid-header.without-database"];
            readonly 500: components["responses"]["500.internal.without-database"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All is well; `release` names the bundle that answers. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "release": "0123456789abcdef"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.overloaded"];
        };
    };
    readonly listAuditEvents: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `actorId` is this.
                 * @example usr-01kdw5h80c0000000000000004
                 */
                readonly actorId?: string;
                /**
                 * @description `action` is this.
                 * @example update
                 */
                readonly action?: "create" | "update" | "delete" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase";
                /**
                 * @description `action` is one of these.
                 * @example [
                 *       "update"
                 *     ]
                 */
                readonly "action[in]"?: readonly ("create" | "update" | "delete" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase")[];
                /**
                 * @description `collection` is this.
                 * @example clients
                 */
                readonly collection?: string;
                /**
                 * @description `collection` is one of these.
                 * @example [
                 *       "clients"
                 *     ]
                 */
                readonly "collection[in]"?: readonly string[];
                /**
                 * @description `rowId` is this.
                 * @example cli-01kdw5h80c0000000000000001
                 */
                readonly rowId?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditEventsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getAuditEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditEventsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listCaseTasks: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `caseId` is this.
                 * @example cas-01kdw5h80c0000000000000003
                 */
                readonly caseId?: string;
                /**
                 * @description `caseId` is one of these.
                 * @example [
                 *       "cas-01kdw5h80c0000000000000003"
                 *     ]
                 */
                readonly "caseId[in]"?: readonly string[];
                /**
                 * @description `assigneeId` is this.
                 * @example x
                 */
                readonly assigneeId?: string;
                /**
                 * @description `assigneeId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "assigneeId[in]"?: readonly string[];
                /**
                 * @description `status` is this.
                 * @example open
                 */
                readonly status?: "open" | "waiting" | "done" | "cancelled";
                /**
                 * @description `status` is one of these.
                 * @example [
                 *       "open"
                 *     ]
                 */
                readonly "status[in]"?: readonly ("open" | "waiting" | "done" | "cancelled")[];
                /**
                 * @description `dueOn` is this.
                 * @example 2026-02-06
                 */
                readonly dueOn?: string;
                /**
                 * @description `dueOn` is this or greater.
                 * @example 2026-02-06
                 */
                readonly "dueOn[gte]"?: string;
                /**
                 * @description `dueOn` is this or less.
                 * @example 2026-02-06
                 */
                readonly "dueOn[lte]"?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "dueOn" | "-dueOn" | "position" | "-position";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseTasksPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createCaseTask: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CaseTasksBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseTasksRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getCaseTask: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseTasksRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceCaseTask: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CaseTasksBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseTasksRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteCaseTask: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchCaseTask: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["CaseTasksPatch"];
                readonly "application/json": components["schemas"]["CaseTasksPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseTasksRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listCases: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `reference` is this, in any case.
                 * @example C-2026-0117
                 */
                readonly reference?: string;
                /**
                 * @description `reference` begins with this, in any case.
                 * @example C-2026-0117
                 */
                readonly "reference[prefix]"?: string;
                /**
                 * @description `clientId` is this.
                 * @example cli-01kdw5h80c0000000000000001
                 */
                readonly clientId?: string;
                /**
                 * @description `clientId` is one of these.
                 * @example [
                 *       "cli-01kdw5h80c0000000000000001"
                 *     ]
                 */
                readonly "clientId[in]"?: readonly string[];
                /**
                 * @description `type` is this, in any case.
                 * @example pension transfer
                 */
                readonly type?: string;
                /**
                 * @description `type` is one of these, in any case.
                 * @example [
                 *       "pension transfer"
                 *     ]
                 */
                readonly "type[in]"?: readonly string[];
                /**
                 * @description `status` is this.
                 * @example open
                 */
                readonly status?: "open" | "waiting" | "closed";
                /**
                 * @description `status` is one of these.
                 * @example [
                 *       "open"
                 *     ]
                 */
                readonly "status[in]"?: readonly ("open" | "waiting" | "closed")[];
                /**
                 * @description `ownerId` is this.
                 * @example x
                 */
                readonly ownerId?: string;
                /**
                 * @description `ownerId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "ownerId[in]"?: readonly string[];
                /**
                 * @description `providerId` is this.
                 * @example x
                 */
                readonly providerId?: string;
                /**
                 * @description `providerId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "providerId[in]"?: readonly string[];
                /**
                 * @description `openedAt` is this or greater.
                 * @example 2026-01-12T09:30:00.000Z
                 */
                readonly "openedAt[gte]"?: string;
                /**
                 * @description `openedAt` is this or less.
                 * @example 2026-01-12T09:30:00.000Z
                 */
                readonly "openedAt[lte]"?: string;
                /**
                 * @description `dueOn` is this.
                 * @example 2026-04-30
                 */
                readonly dueOn?: string;
                /**
                 * @description `dueOn` is this or greater.
                 * @example 2026-04-30
                 */
                readonly "dueOn[gte]"?: string;
                /**
                 * @description `dueOn` is this or less.
                 * @example 2026-04-30
                 */
                readonly "dueOn[lte]"?: string;
                /**
                 * @description `closedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "closedAt[gte]"?: string;
                /**
                 * @description `closedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "closedAt[lte]"?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "dueOn" | "-dueOn";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasesPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CasesBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasesRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.duplicate.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasesRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CasesBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasesRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["CasesPatch"];
                readonly "application/json": components["schemas"]["CasesPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasesRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listClientDependantClients: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `clientId` is this.
                 * @example cli-01kdw5h80c0000000000000001
                 */
                readonly clientId?: string;
                /**
                 * @description `clientId` is one of these.
                 * @example [
                 *       "cli-01kdw5h80c0000000000000001"
                 *     ]
                 */
                readonly "clientId[in]"?: readonly string[];
                /**
                 * @description `dependantId` is this.
                 * @example dep-01kdw5h80c0000000000000002
                 */
                readonly dependantId?: string;
                /**
                 * @description `dependantId` is one of these.
                 * @example [
                 *       "dep-01kdw5h80c0000000000000002"
                 *     ]
                 */
                readonly "dependantId[in]"?: readonly string[];
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantClientsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createClientDependantClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClientDependantClientsBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantClientsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.duplicate.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getClientDependantClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantClientsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceClientDependantClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClientDependantClientsBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantClientsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteClientDependantClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchClientDependantClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["ClientDependantClientsPatch"];
                readonly "application/json": components["schemas"]["ClientDependantClientsPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantClientsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listClientDependants: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `lastName` is this, in any case.
                 * @example Holloway
                 */
                readonly lastName?: string;
                /**
                 * @description `lastName` begins with this, in any case.
                 * @example Holloway
                 */
                readonly "lastName[prefix]"?: string;
                /**
                 * @description `dateOfBirth` is this.
                 * @example 2011-09-02
                 */
                readonly dateOfBirth?: string;
                /**
                 * @description `dateOfBirth` is this or greater.
                 * @example 2011-09-02
                 */
                readonly "dateOfBirth[gte]"?: string;
                /**
                 * @description `dateOfBirth` is this or less.
                 * @example 2011-09-02
                 */
                readonly "dateOfBirth[lte]"?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastName" | "-lastName";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createClientDependant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClientDependantsBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getClientDependant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceClientDependant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClientDependantsBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteClientDependant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchClientDependant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["ClientDependantsPatch"];
                readonly "application/json": components["schemas"]["ClientDependantsPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientDependantsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listClients: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `reference` is this, in any case.
                 * @example HV-00042
                 */
                readonly reference?: string;
                /**
                 * @description `reference` begins with this, in any case.
                 * @example HV-00042
                 */
                readonly "reference[prefix]"?: string;
                /**
                 * @description `status` is this.
                 * @example active
                 */
                readonly status?: "prospect" | "active" | "dormant" | "archived";
                /**
                 * @description `status` is one of these.
                 * @example [
                 *       "active"
                 *     ]
                 */
                readonly "status[in]"?: readonly ("prospect" | "active" | "dormant" | "archived")[];
                /**
                 * @description `lastName` is this, in any case.
                 * @example Holloway
                 */
                readonly lastName?: string;
                /**
                 * @description `lastName` begins with this, in any case.
                 * @example Holloway
                 */
                readonly "lastName[prefix]"?: string;
                /**
                 * @description `dateOfBirth` is this.
                 * @example 1951-06-14
                 */
                readonly dateOfBirth?: string;
                /**
                 * @description `dateOfBirth` is this or greater.
                 * @example 1951-06-14
                 */
                readonly "dateOfBirth[gte]"?: string;
                /**
                 * @description `dateOfBirth` is this or less.
                 * @example 1951-06-14
                 */
                readonly "dateOfBirth[lte]"?: string;
                /**
                 * @description `email` is this, in any case.
                 * @example margaret.holloway@post.example
                 */
                readonly email?: string;
                /**
                 * @description `adviserId` is this.
                 * @example x
                 */
                readonly adviserId?: string;
                /**
                 * @description `adviserId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "adviserId[in]"?: readonly string[];
                /**
                 * @description `postcode` is this, in any case.
                 * @example NR1 3QT
                 */
                readonly postcode?: string;
                /**
                 * @description `postcode` begins with this, in any case.
                 * @example NR1 3QT
                 */
                readonly "postcode[prefix]"?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastName" | "-lastName";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClientsBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.duplicate.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClientsBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["ClientsPatch"];
                readonly "application/json": components["schemas"]["ClientsPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listContactCompanies: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `name` is this, in any case.
                 * @example Wensum Solicitors LLP
                 */
                readonly name?: string;
                /**
                 * @description `name` begins with this, in any case.
                 * @example Wensum Solicitors LLP
                 */
                readonly "name[prefix]"?: string;
                /**
                 * @description `kind` is this, in any case.
                 * @example solicitor
                 */
                readonly kind?: string;
                /**
                 * @description `kind` is one of these, in any case.
                 * @example [
                 *       "solicitor"
                 *     ]
                 */
                readonly "kind[in]"?: readonly string[];
                /**
                 * @description `providerId` is this.
                 * @example x
                 */
                readonly providerId?: string;
                /**
                 * @description `providerId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "providerId[in]"?: readonly string[];
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactCompaniesPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createContactCompany: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactCompaniesBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactCompaniesRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getContactCompany: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactCompaniesRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceContactCompany: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactCompaniesBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactCompaniesRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteContactCompany: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchContactCompany: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["ContactCompaniesPatch"];
                readonly "application/json": components["schemas"]["ContactCompaniesPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactCompaniesRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listContactIndividuals: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `lastName` is this, in any case.
                 * @example Nair
                 */
                readonly lastName?: string;
                /**
                 * @description `lastName` begins with this, in any case.
                 * @example Nair
                 */
                readonly "lastName[prefix]"?: string;
                /**
                 * @description `email` is this, in any case.
                 * @example priya.nair@wensum.example
                 */
                readonly email?: string;
                /**
                 * @description `companyId` is this.
                 * @example x
                 */
                readonly companyId?: string;
                /**
                 * @description `companyId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "companyId[in]"?: readonly string[];
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastName" | "-lastName";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactIndividualsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createContactIndividual: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactIndividualsBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactIndividualsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getContactIndividual: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactIndividualsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceContactIndividual: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactIndividualsBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactIndividualsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteContactIndividual: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchContactIndividual: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["ContactIndividualsPatch"];
                readonly "application/json": components["schemas"]["ContactIndividualsPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactIndividualsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listDocuments: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `clientId` is this.
                 * @example cli-01kdw5h80c0000000000000001
                 */
                readonly clientId?: string;
                /**
                 * @description `clientId` is one of these.
                 * @example [
                 *       "cli-01kdw5h80c0000000000000001"
                 *     ]
                 */
                readonly "clientId[in]"?: readonly string[];
                /**
                 * @description `caseId` is this.
                 * @example x
                 */
                readonly caseId?: string;
                /**
                 * @description `caseId` is one of these.
                 * @example [
                 *       "x"
                 *     ]
                 */
                readonly "caseId[in]"?: readonly string[];
                /**
                 * @description `category` is this, in any case.
                 * @example identity
                 */
                readonly category?: string;
                /**
                 * @description `category` is one of these, in any case.
                 * @example [
                 *       "identity"
                 *     ]
                 */
                readonly "category[in]"?: readonly string[];
                /**
                 * @description `retainUntil` is this or greater.
                 * @example 2033-01-31
                 */
                readonly "retainUntil[gte]"?: string;
                /**
                 * @description `retainUntil` is this or less.
                 * @example 2033-01-31
                 */
                readonly "retainUntil[lte]"?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "retainUntil" | "-retainUntil";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentsBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentsBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["DocumentsPatch"];
                readonly "application/json": components["schemas"]["DocumentsPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listGroups: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `name` is this, in any case.
                 * @example Paraplanners
                 */
                readonly name?: string;
                /**
                 * @description `name` begins with this, in any case.
                 * @example Paraplanners
                 */
                readonly "name[prefix]"?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GroupsBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.duplicate.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GroupsBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["GroupsPatch"];
                readonly "application/json": components["schemas"]["GroupsPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The caller’s own user, and every permission that their groups give them. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "usr-01kdw5h80c0000000000000009",
                     *         "version": 1,
                     *         "accountId": "acc-01kdw5h80c0000000000000000",
                     *         "createdAt": "2026-01-01T09:30:00.000Z",
                     *         "createdBy": "usr-01kdw5h80c0000000000000004",
                     *         "updatedAt": "2026-01-01T09:30:00.000Z",
                     *         "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *         "email": "ada.hale@harbourvale.example",
                     *         "name": "Ada Hale",
                     *         "status": "invited",
                     *         "groupIds": [
                     *           "grp-01kdvdna000000000000000002"
                     *         ],
                     *         "locale": "en-GB"
                     *       },
                     *       "permissions": [
                     *         "clients:read",
                     *         "clients:write"
                     *       ]
                     *     }
                     */
                    readonly "application/json": {
                        readonly user: components["schemas"]["UsersRow"];
                        readonly permissions: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `createdAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[gte]"?: string;
                /**
                 * @description `createdAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "createdAt[lte]"?: string;
                /**
                 * @description `updatedAt` is this or greater.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[gte]"?: string;
                /**
                 * @description `updatedAt` is this or less.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                readonly "updatedAt[lte]"?: string;
                /**
                 * @description `email` is this, in any case.
                 * @example ada.hale@harbourvale.example
                 */
                readonly email?: string;
                /**
                 * @description `email` begins with this, in any case.
                 * @example ada.hale@harbourvale.example
                 */
                readonly "email[prefix]"?: string;
                /**
                 * @description `status` is this.
                 * @example invited
                 */
                readonly status?: "invited" | "active" | "disabled";
                /**
                 * @description `status` is one of these.
                 * @example [
                 *       "invited"
                 *     ]
                 */
                readonly "status[in]"?: readonly ("invited" | "active" | "disabled")[];
                /**
                 * @description `subject` is this.
                 * @example x
                 */
                readonly subject?: string;
                /**
                 * @description Order of the rows; a minus in front turns it round.
                 * @example -createdAt
                 */
                readonly sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "email" | "-email";
                /**
                 * @description Rows of a page at most.
                 * @example 50
                 */
                readonly limit?: number;
                /**
                 * @description `nextCursor` of the page before, of a list with the same filters and the same sort.
                 * @example WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0
                 */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. */
            readonly 200: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UsersPage"];
                };
            };
            readonly 400: components["responses"]["400.invalid-cursor.invalid-header.invalid-query"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly createUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same answer.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                readonly "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UsersBody"];
            };
        };
        readonly responses: {
            /** @description The new row. */
            readonly 201: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly location: components["headers"]["location"];
                    readonly "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UsersRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 409: components["responses"]["409.duplicate.idempotency-in-flight"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.idempotency-key-reused.invalid-body.unknown-reference"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Entity tag that the caller has; 304 when it is still the present one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UsersRow"];
                };
            };
            /** @description The caller has the present version already. */
            readonly 304: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly replaceUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UsersBody"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UsersRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly deleteUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The row is gone. */
            readonly 204: {
                headers: {
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400.invalid-header"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
    readonly patchUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Entity tag that the change is meant for, or `*` for whatever is there.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description A bookmark of an earlier answer: this one then shows at least what that one did.
                 * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683
                 */
                readonly "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /**
                 * @description W3C trace context of the request; quote it when you report a failure.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description Id of the row. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/merge-patch+json": components["schemas"]["UsersPatch"];
                readonly "application/json": components["schemas"]["UsersPatch"];
            };
        };
        readonly responses: {
            /** @description The row as it is now. */
            readonly 200: {
                headers: {
                    readonly etag: components["headers"]["etag"];
                    readonly "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    readonly traceparent: components["headers"]["traceparent"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UsersRow"];
                };
            };
            readonly 400: components["responses"]["400.invalid-header.malformed-body"];
            readonly 401: components["responses"]["401.token-invalid.token-missing"];
            readonly 403: components["responses"]["403.forbidden"];
            readonly 404: components["responses"]["404.not-found"];
            readonly 409: components["responses"]["409.conflict.duplicate"];
            readonly 412: components["responses"]["412.version-mismatch"];
            readonly 413: components["responses"]["413.body-too-large"];
            readonly 415: components["responses"]["415.unsupported-media-type"];
            readonly 422: components["responses"]["422.invalid-body.unknown-reference"];
            readonly 428: components["responses"]["428.precondition-required"];
            readonly 500: components["responses"]["500.internal"];
            readonly 503: components["responses"]["503.issuer-unavailable.overloaded"];
        };
    };
}
