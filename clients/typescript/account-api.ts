// Written by `npm run docs` from the OpenAPI document of the account API.

export interface paths {
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page to read and try out */
        get: operations["getDocsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that the Worker runs */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApiDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that the Worker and its database respond */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit events
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it)
         *     - by `actorId`: `createdAt` (or a range of it)
         *     - by `action`: `createdAt` (or a range of it)
         *     - by `collection`: `createdAt` (or a range of it)
         *     - by `rowId` and any of `action`: `createdAt` (or a range of it)
         *
         *     Requires the permission `audit:read`.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seal the audit trail now
         * @description The account seals its trail automatically a few seconds after each event. Call this to get a head that covers everything up to now, and again while `isComplete` is false.
         *
         *     Requires the permission `audit:read`.
         */
        post: operations["sealAuditEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the audit trail
         * @description Recomputes the seals of the trail, about 2,000 events per page. Continue with `nextCursor` until it is null or `status` is `broken`.
         *
         *     `broken` states the reason and the place: the number of the seal (null for unsealed events) and the positions that may be affected.
         *
         *     Record `head.note` outside the account. A later call with it as `noted` shows whether that head is still part of the trail; if not, the end of the trail was removed and rewritten.
         *
         *     Requires the permission `audit:read`.
         */
        get: operations["verifyAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an audit event
         * @description Requires the permission `audit:read`.
         */
        get: operations["getAuditEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List case tasks
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it), `dueOn` (or a range of it), `caseId,position`, `status,dueOn`
         *     - by `dueOn`: `createdAt` (or a range of it)
         *     - by `caseId` and any of `assigneeId`, `status`: `createdAt` (or a range of it), `dueOn` (or a range of it), `position`
         *     - by `caseId` and `dueOn` and any of `assigneeId`, `status`: `createdAt` (or a range of it)
         *     - by `assigneeId` and any of `status`: `createdAt` (or a range of it), `dueOn` (or a range of it)
         *     - by `assigneeId` and `dueOn` and any of `status`: `createdAt` (or a range of it)
         *     - by `status`: `createdAt` (or a range of it), `dueOn` (or a range of it)
         *     - by `status` and `dueOn`: `createdAt` (or a range of it)
         *
         *     Requires the permission `case-tasks:read`.
         */
        get: operations["listCaseTasks"];
        put?: never;
        /**
         * Create a case task
         * @description Requires the permission `case-tasks:write`.
         */
        post: operations["createCaseTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case task
         * @description Requires the permission `case-tasks:read`.
         */
        get: operations["getCaseTask"];
        /**
         * Replace a case task
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `case-tasks:write`.
         */
        put: operations["replaceCaseTask"];
        post?: never;
        /**
         * Delete a case task
         * @description Requires the permission `case-tasks:delete`.
         */
        delete: operations["deleteCaseTask"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a case task
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `case-tasks:write`.
         */
        patch: operations["patchCaseTask"];
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `reference` (requires a range of it), `updatedAt` (or a range of it), `dueOn` (or a range of it), `status,dueOn`, `openedAt` (requires a range of it), `closedAt` (requires a range of it)
         *     - by `reference`: `createdAt`
         *     - by `dueOn`: `createdAt` (or a range of it)
         *     - by `clientId` and any of `type`, `status`: `createdAt` (or a range of it), `updatedAt` (or a range of it)
         *     - by `type`: `createdAt` (or a range of it)
         *     - by `status`: `createdAt` (or a range of it), `updatedAt` (or a range of it), `dueOn` (or a range of it)
         *     - by `status` and `dueOn`: `createdAt` (or a range of it)
         *     - by `ownerId` and any of `type`, `status`: `createdAt` (or a range of it), `dueOn` (or a range of it)
         *     - by `ownerId` and `dueOn` and any of `type`, `status`: `createdAt` (or a range of it)
         *     - by `providerId`: `createdAt` (or a range of it)
         *
         *     Requires the permission `cases:read`.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Create a case
         * @description Requires the permission `cases:write`.
         */
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description `expand=tasks` adds the tasks, read in the same transaction. It also requires `case-tasks:read`, and the response has no `ETag`.
         *
         *     Requires the permission `cases:read`.
         */
        get: operations["getCase"];
        /**
         * Replace a case
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `cases:write`.
         */
        put: operations["replaceCase"];
        post?: never;
        /**
         * Delete a case
         * @description Refused while other rows refer to this one.
         *
         *     Requires the permission `cases:delete`.
         */
        delete: operations["deleteCase"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a case
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `cases:write`.
         */
        patch: operations["patchCase"];
        trace?: never;
    };
    "/v1/cases/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tasks of a case
         * @description A list like `/v1/case-tasks?caseId=…`, but with 404 for an unknown case. `sort=position` is the order that people gave the tasks.
         *
         *     Requires the permission `case-tasks:read`.
         */
        get: operations["listTasksOfCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client-dependant-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List client dependant clients
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it)
         *     - by `clientId` and `dependantId`: `createdAt`
         *     - by `clientId`: `createdAt` (or a range of it)
         *     - by `dependantId`: `createdAt` (or a range of it)
         *
         *     Requires the permission `client-dependant-clients:read`.
         */
        get: operations["listClientDependantClients"];
        put?: never;
        /**
         * Create a client dependant client
         * @description Requires the permission `client-dependant-clients:write`.
         */
        post: operations["createClientDependantClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client-dependant-clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a client dependant client
         * @description Requires the permission `client-dependant-clients:read`.
         */
        get: operations["getClientDependantClient"];
        /**
         * Replace a client dependant client
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `client-dependant-clients:write`.
         */
        put: operations["replaceClientDependantClient"];
        post?: never;
        /**
         * Delete a client dependant client
         * @description Requires the permission `client-dependant-clients:delete`.
         */
        delete: operations["deleteClientDependantClient"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a client dependant client
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `client-dependant-clients:write`.
         */
        patch: operations["patchClientDependantClient"];
        trace?: never;
    };
    "/v1/client-dependants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List client dependants
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it), `lastName` (or a range of it), `dateOfBirth` (requires a range of it)
         *     - by `lastName`: `createdAt` (or a range of it)
         *     - by `dateOfBirth` and any of `lastName`: `createdAt` (or a range of it)
         *
         *     Requires the permission `client-dependants:read`.
         */
        get: operations["listClientDependants"];
        put?: never;
        /**
         * Create a client dependant
         * @description Requires the permission `client-dependants:write`.
         */
        post: operations["createClientDependant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/client-dependants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a client dependant
         * @description Requires the permission `client-dependants:read`.
         */
        get: operations["getClientDependant"];
        /**
         * Replace a client dependant
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `client-dependants:write`.
         */
        put: operations["replaceClientDependant"];
        post?: never;
        /**
         * Delete a client dependant
         * @description Refused while other rows refer to this one.
         *
         *     Requires the permission `client-dependants:delete`.
         */
        delete: operations["deleteClientDependant"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a client dependant
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `client-dependants:write`.
         */
        patch: operations["patchClientDependant"];
        trace?: never;
    };
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clients
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `reference` (requires a range of it), `updatedAt` (or a range of it), `lastName` (or a range of it), `status,lastName`, `lastName,firstName` (or a range of `lastName`), `dateOfBirth` (requires a range of it), `postcode` (requires a range of it)
         *     - by `reference`: `createdAt`
         *     - by `lastName`: `createdAt` (or a range of it), `firstName`
         *     - by `status`: `createdAt` (or a range of it), `updatedAt` (or a range of it), `lastName` (or a range of it)
         *     - by `status` and `lastName`: `createdAt` (or a range of it)
         *     - by `dateOfBirth` and any of `lastName`: `createdAt` (or a range of it)
         *     - by `email`: `createdAt` (or a range of it)
         *     - by `adviserId` and any of `status`: `createdAt` (or a range of it), `updatedAt` (or a range of it), `lastName` (or a range of it)
         *     - by `adviserId` and `lastName` and any of `status`: `createdAt` (or a range of it)
         *     - by `postcode`: `createdAt` (or a range of it)
         *
         *     Requires the permission `clients:read`.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Create a client
         * @description If there is a client with the same last name, in any case, and the same date of birth, the response has `warnings` with the ids of those clients, provided that you may read clients. With `Prefer: handling=strict`, such a create is refused (409) instead, unless you may not read clients.
         *
         *     Requires the permission `clients:write`.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a client
         * @description Requires the permission `clients:read`.
         */
        get: operations["getClient"];
        /**
         * Replace a client
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `clients:write`.
         */
        put: operations["replaceClient"];
        post?: never;
        /**
         * Delete a client
         * @description Refused while other rows refer to this one.
         *
         *     Requires the permission `clients:delete`.
         */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a client
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `clients:write`.
         */
        patch: operations["patchClient"];
        trace?: never;
    };
    "/v1/clients/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the record of an erasure
         * @description Requires the permission `privacy:erase`.
         */
        get: operations["getErasure"];
        put?: never;
        /**
         * Erase a client and their data
         * @description Erases the client, dependants who depend on no other client, their documents with the bytes of every version, and cases that belong to this client only. A case shared with other clients stays without this client. The record of the erasure, which names no one, and audit events, which hold ids and digests, are kept.
         *
         *     Contacts who are the same person are erased when `contactIds` lists them; the subject export shows contacts with the same e-mail address or full name. Contacts that are not listed stay and are returned in `similarContacts`: a couple may share an address, and namesakes a name, so a person must decide.
         *
         *     Refused (409) while a document is under legal hold or must be retained. If there is a lot to erase, the response is 202 and the account completes the erasure in the background. Backups of the database reach back 30 days.
         *
         *     Requires the permission `privacy:erase`.
         */
        post: operations["eraseClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{id}/household": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a client with their dependants and linked clients
         * @description Also requires `client-dependants:read` and `client-dependant-clients:read`. Clients who share a case are included if the caller has `cases:read`. Everything is read in one transaction.
         *
         *     Requires the permission `clients:read`.
         */
        get: operations["getHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{id}/subject-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all data held about a client
         * @description A ZIP with the rows of the client, their dependants, cases, tasks, documents and matching contacts; every version of the documents’ bytes; the audit events of all these; and at the end `manifest.json` with the sha-256 of each file. Fields that you may not see are omitted, and the manifest names them.
         *
         *     One archive holds up to 2,000 versions and about 2 GB of documents. If there are more, the response has a `Link` with `rel="next"` to a further archive, and so on; `next` in the manifest has the same link.
         *
         *     Requires the permission `privacy:export`.
         */
        get: operations["exportSubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contact companies
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it), `name` (or a range of it), `kind,name`
         *     - by `name`: `createdAt` (or a range of it)
         *     - by `kind`: `createdAt` (or a range of it), `name` (or a range of it)
         *     - by `kind` and `name`: `createdAt` (or a range of it)
         *     - by `providerId`: `createdAt` (or a range of it)
         *
         *     Requires the permission `contact-companies:read`.
         */
        get: operations["listContactCompanies"];
        put?: never;
        /**
         * Create a contact company
         * @description Requires the permission `contact-companies:write`.
         */
        post: operations["createContactCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact company
         * @description Requires the permission `contact-companies:read`.
         */
        get: operations["getContactCompany"];
        /**
         * Replace a contact company
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `contact-companies:write`.
         */
        put: operations["replaceContactCompany"];
        post?: never;
        /**
         * Delete a contact company
         * @description Refused while other rows refer to this one.
         *
         *     Requires the permission `contact-companies:delete`.
         */
        delete: operations["deleteContactCompany"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a contact company
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `contact-companies:write`.
         */
        patch: operations["patchContactCompany"];
        trace?: never;
    };
    "/v1/contact-individuals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contact individuals
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it), `lastName` (or a range of it), `lastName,firstName` (or a range of `lastName`)
         *     - by `lastName`: `createdAt` (or a range of it), `firstName`
         *     - by `email`: `createdAt` (or a range of it)
         *     - by `companyId`: `createdAt` (or a range of it), `lastName` (or a range of it)
         *     - by `companyId` and `lastName`: `createdAt` (or a range of it)
         *
         *     Requires the permission `contact-individuals:read`.
         */
        get: operations["listContactIndividuals"];
        put?: never;
        /**
         * Create a contact individual
         * @description Requires the permission `contact-individuals:write`.
         */
        post: operations["createContactIndividual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-individuals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact individual
         * @description Requires the permission `contact-individuals:read`.
         */
        get: operations["getContactIndividual"];
        /**
         * Replace a contact individual
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `contact-individuals:write`.
         */
        put: operations["replaceContactIndividual"];
        post?: never;
        /**
         * Delete a contact individual
         * @description Requires the permission `contact-individuals:delete`.
         */
        delete: operations["deleteContactIndividual"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a contact individual
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `contact-individuals:write`.
         */
        patch: operations["patchContactIndividual"];
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List documents
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it), `retainUntil` (or a range of it)
         *     - by `clientId` and any of `category`: `createdAt` (or a range of it), `updatedAt` (or a range of it)
         *     - by `caseId` and any of `category`: `createdAt` (or a range of it), `updatedAt` (or a range of it)
         *     - by `category`: `createdAt` (or a range of it)
         *
         *     Requires the permission `documents:read`.
         */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Create a document
         * @description Requires the permission `documents:write`.
         */
        post: operations["createDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a document
         * @description Requires the permission `documents:read`.
         */
        get: operations["getDocument"];
        /**
         * Replace a document
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `documents:write`.
         */
        put: operations["replaceDocument"];
        post?: never;
        /**
         * Delete a document
         * @description Also deletes the bytes of every version. Refused (409) under legal hold, and up to and including the day of `retainUntil`.
         *
         *     Requires the permission `documents:delete`.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a document
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `documents:write`.
         */
        patch: operations["patchDocument"];
        trace?: never;
    };
    "/v1/documents/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the bytes of a document
         * @description The entity tag is the sha-256 of the bytes, not the version of the row. Every download is in the audit trail, except HEAD and 304, which send no bytes.
         *
         *     Requires the permission `documents:download`.
         */
        get: operations["getDocumentContent"];
        /**
         * Upload the bytes of a document
         * @description The bytes become the current version; the previous bytes are kept as an earlier version. Send up to 100 MB with `Content-Length`, or up to 8 MiB without; larger files are uploaded in parts.
         *
         *     Send the bytes alone: a form (`multipart/form-data`) and bytes with a `Content-Encoding` are refused. An empty body over a document that has bytes requires `If-Match`. With `If-None-Match: *` the bytes are only stored if the document has none yet.
         *
         *     The media type is detected from the bytes: a declared type is kept only if the bytes do not contradict it.
         *
         *     Requires the permission `documents:write`.
         */
        put: operations["putDocumentContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open uploads of a document
         * @description Requires the permission `documents:write`.
         */
        get: operations["listDocumentUploads"];
        put?: never;
        /**
         * Start a multipart upload
         * @description For files of up to 2000000000 bytes. Send `partCount` parts of `partSizeBytes` bytes, the last one with the rest, in any order and concurrently; then complete the upload.
         *
         *     An upload expires after three days. Parts of an upload that is not completed by then are deleted.
         *
         *     Requires the permission `documents:write`.
         */
        post: operations["startDocumentUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an upload and its stored parts
         * @description Requires the permission `documents:write`.
         */
        get: operations["getDocumentUpload"];
        put?: never;
        post?: never;
        /**
         * Abort an upload
         * @description Requires the permission `documents:write`.
         */
        delete: operations["abortDocumentUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/uploads/{uploadId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an upload
         * @description The parts become the bytes of the document. They are read once more to compute their hash, so the response to a large upload takes a few seconds. If a `sha256` was given, here or at the start, the bytes must match it; otherwise the upload is deleted.
         *
         *     Can be repeated: for a completed upload, the response is the document.
         *
         *     Requires the permission `documents:write`.
         */
        post: operations["completeDocumentUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/uploads/{uploadId}/parts/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send one part
         * @description Sending a part again replaces it.
         *
         *     Requires the permission `documents:write`.
         */
        put: operations["putDocumentUploadPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a document’s bytes
         * @description Newest first: the first item of the first page is the current version.
         *
         *     Requires the permission `documents:read`.
         */
        get: operations["listDocumentVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/versions/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Purge an earlier version
         * @description Deletes the bytes permanently. The current version can only be deleted with its document. Refused (409) under legal hold, and up to and including the day of `retainUntil`.
         *
         *     Requires the permission `documents:delete`.
         */
        delete: operations["purgeDocumentVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/versions/{n}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an earlier version of a document
         * @description Requires the permission `documents:download`.
         */
        get: operations["getDocumentVersionContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export audit events
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/audit-events`.
         *
         *     Requires the permission `audit:read`.
         */
        get: operations["exportAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/case-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export case tasks
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/case-tasks`.
         *
         *     Requires the permission `case-tasks:read`.
         */
        get: operations["exportCaseTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export cases
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/cases`.
         *
         *     Requires the permission `cases:read`.
         */
        get: operations["exportCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/client-dependant-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export client dependant clients
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/client-dependant-clients`.
         *
         *     Requires the permission `client-dependant-clients:read`.
         */
        get: operations["exportClientDependantClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/client-dependants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export client dependants
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/client-dependants`.
         *
         *     Requires the permission `client-dependants:read`.
         */
        get: operations["exportClientDependants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export clients
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/clients`.
         *
         *     Requires the permission `clients:read`.
         */
        get: operations["exportClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/contact-companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export contact companies
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/contact-companies`.
         *
         *     Requires the permission `contact-companies:read`.
         */
        get: operations["exportContactCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/contact-individuals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export contact individuals
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/contact-individuals`.
         *
         *     Requires the permission `contact-individuals:read`.
         */
        get: operations["exportContactIndividuals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export documents
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/documents`.
         *
         *     Requires the permission `documents:read`.
         */
        get: operations["exportDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export groups
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/groups`.
         *
         *     Requires the permission `groups:read`.
         */
        get: operations["exportGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export users
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/users`.
         *
         *     Requires the permission `users:read`.
         */
        get: operations["exportUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export webhook deliveries
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/webhook-deliveries`.
         *
         *     Requires the permission `account:admin`.
         */
        get: operations["exportWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export webhook endpoints
         * @description Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.
         *
         *     In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received. Filters and sorts can be combined as in `GET /v1/webhook-endpoints`.
         *
         *     Requires the permission `account:admin`.
         */
        get: operations["exportWebhookEndpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `name` (or a range of it), `updatedAt` (or a range of it)
         *     - by `name`: `createdAt`
         *
         *     Requires the permission `groups:read`.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a group
         * @description Permissions are `<collection>:read`, `:write` or `:delete`, or a special one such as `account:admin`, which includes every other. An unknown one is refused (422) with a list of those that exist; `GET /v1/me` lists what you can give.
         *
         *     Requires the permission `groups:write`.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a group
         * @description Requires the permission `groups:read`.
         */
        get: operations["getGroup"];
        /**
         * Replace a group
         * @description The group Administrators keeps `account:admin` (409).
         *
         *     Requires the permission `groups:write`.
         */
        put: operations["replaceGroup"];
        post?: never;
        /**
         * Delete a group
         * @description Refused (409) for the group Administrators and while users are in the group.
         *
         *     Requires the permission `groups:delete`.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a group
         * @description The group Administrators keeps `account:admin` (409).
         *
         *     Requires the permission `groups:write`.
         */
        patch: operations["patchGroup"];
        trace?: never;
    };
    "/v1/imports/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import rows
         * @description The body is read line by line: NDJSON with one create body per line, or CSV whose first line names the fields. A column may address an item of a list (`addresses.0.postcode`); a whole list or object is written as JSON in its cell. Fields that only the server writes are ignored, so an export can be imported.
         *
         *     Lines are written in chunks of up to 1,000, each in one transaction: **if one line cannot be written, its whole chunk is not written**, unless `onInvalid=skip-line`. The response is NDJSON: an outcome for each line when its chunk is done, and a `summary` at the end. A `notice` precedes the outcomes of a chunk that was not written. If the import cannot continue, a `problem` precedes the summary, and `complete` is false.
         *
         *     If the connection is lost or `complete` is false, send the same body with the same `Idempotency-Key` again: the outcomes of committed chunks are repeated, and their lines are not written twice.
         *
         *     A line that looks like an existing row (a client with the same last name and date of birth) is written, and its outcome has `warnings`, as in the response to a create. `dryRun=true` warns about existing rows before anything is written.
         *
         *     Read the response while you send: when more than 16 MB have been unread for half a minute, the import stops with `answer-unread`.
         *
         *     `mode=upsert&key=reference` updates existing rows and creates the others. Fields that a line does not name stay; `null` or an empty cell removes a field. Users, groups and webhook endpoints cannot be imported.
         */
        post: operations["importRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your own user and permissions */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the retention policies */
        get: operations["getRetention"];
        /**
         * Set the retention policies
         * @description Replaces all policies. Rows without a policy are kept. Once a day the account erases rows whose retention period has ended. A document under legal hold or before its `retainUntil` is always kept, and so are its case and its client.
         *
         *     Requires the permission `account:admin`.
         */
        put: operations["setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List or erase rows whose retention period has ended
         * @description Handles up to 1,000 rows, or as many as time allows. Continue with `nextCursor` until it is null; rows that must be kept are skipped. The account does the same every day.
         *
         *     Requires the permission `privacy:erase`.
         */
        post: operations["runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search rows of all collections by words
         * @description Finds rows that have **every** word; the last word may be a prefix. Case and accents do not matter.
         *
         *     Only rows that you may read are found and counted. Best matches come first: names rank above references, and references above other fields.
         *
         *     `matches` shows where the words are: `text` is the unchanged text of a field, and `ranges` are in UTF-16 code units.
         *
         *     Of more than 1,000 matches the newest 1,000 are ranked, and `isTruncated` is true. `isIndexComplete` is false while the index is being rebuilt.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild the search index
         * @description Runs for a few seconds. While `isComplete` is false, call it again to continue. The account also finishes the work in the background.
         *
         *     Requires the permission `account:admin`.
         */
        post: operations["rebuildSearchIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `email` (or a range of it), `updatedAt` (or a range of it), `status,email`
         *     - by `email`: `createdAt`
         *     - by `subject`: `createdAt`
         *     - by `status`: `createdAt` (or a range of it), `email` (or a range of it)
         *     - by `status` and `email`: `createdAt` (or a range of it)
         *
         *     Requires the permission `users:read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Invites a person. They become active with their first request, whose token must have this address as `email` and `email_verified` true. From then on they are recognised by their `sub`, no longer by the address. You cannot give rights that you do not have yourself (403). Refused (409) beyond the number of active and invited users in the firm’s plan.
         *
         *     Requires the permission `users:write`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user
         * @description Requires the permission `users:read`.
         */
        get: operations["getUser"];
        /**
         * Replace a user
         * @description `disabled` ends a person’s access at once, whatever token they have; `active` restores it. Refused (409) when no active administrator would remain or the firm’s plan allows no more users, and (403) when the user has or would get rights that you do not have.
         *
         *     Requires the permission `users:write`.
         */
        put: operations["replaceUser"];
        post?: never;
        /**
         * Delete a user
         * @description Refused (409) for the last active administrator and for a user that other rows refer to; disable such a user instead.
         *
         *     Requires the permission `users:delete`.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a user
         * @description `disabled` ends a person’s access at once, whatever token they have; `active` restores it. Refused (409) when no active administrator would remain or the firm’s plan allows no more users, and (403) when the user has or would get rights that you do not have.
         *
         *     Requires the permission `users:write`.
         */
        patch: operations["patchUser"];
        trace?: never;
    };
    "/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook deliveries
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it)
         *     - by `endpointId` and `messageId`: `createdAt`
         *     - by `endpointId`: `createdAt` (or a range of it), `status`
         *     - by `endpointId` and `status`: `createdAt` (or a range of it)
         *     - by `status`: `createdAt` (or a range of it)
         *     - by `messageId`: `createdAt` (or a range of it)
         *
         *     Requires the permission `account:admin`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook delivery
         * @description Requires the permission `account:admin`.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it)
         *     - by `status`: `createdAt` (or a range of it)
         *
         *     Requires the permission `account:admin`.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description The address receives a `POST` for every event of these types from now on: `{ type, timestamp, data }` with ids and the names of changed fields, without values. The headers `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks. Messages about one row are sent in order; any of them may be sent twice, with the same `webhook-id`. Respond with 2xx within ten seconds. A create that is repeated with its `Idempotency-Key` does not show the secret again. Refused (409) beyond the number of endpoints in the firm’s plan.
         *
         *     Requires the permission `account:admin`.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook endpoint
         * @description Requires the permission `account:admin`.
         */
        get: operations["getWebhookEndpoint"];
        /**
         * Replace a webhook endpoint
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     Requires the permission `account:admin`.
         */
        put: operations["replaceWebhookEndpoint"];
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Requires the permission `account:admin`.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a webhook endpoint
         * @description A JSON merge patch (RFC 7396).
         *
         *     Requires the permission `account:admin`.
         */
        patch: operations["patchWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of an endpoint
         * @description With status, attempts and the last error. Deliveries are kept for 30 days. 404 for an unknown endpoint.
         *
         *     Requires the permission `account:admin`.
         */
        get: operations["listDeliveriesOfWebhookEndpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one message again
         * @description With the same id. A message that is still pending is not replayed: 409.
         *
         *     Requires the permission `account:admin`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send all messages since an instant again
         * @description At most 30 days back (an earlier instant means 30 days ago), in order, with the same ids, before anything newer. Events of the time when the endpoint was disabled are included.
         *
         *     Requires the permission `account:admin`.
         */
        post: operations["replayWebhookEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/secret-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of an endpoint
         * @description Until the overlap ends, messages are signed with the old and the new secret. With `overlapHours` 0 the old one expires at once.
         *
         *     Requires the permission `account:admin`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description Its type is `webhooks.test`, whatever the endpoint asks for.
         *
         *     Requires the permission `account:admin`.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: {
            /** @enum {string} */
            kind?: "home" | "work" | "correspondence" | "registered" | "other";
            line1: string;
            line2?: string;
            line3?: string;
            town?: string;
            county?: string;
            postcode?: string;
            /**
             * @description A country code such as GB.
             * @default GB
             */
            country?: string;
        };
        AddressFields: {
            /** @enum {string} */
            kind?: "home" | "work" | "correspondence" | "registered" | "other";
            line1: string;
            line2?: string;
            line3?: string;
            town?: string;
            county?: string;
            postcode?: string;
            /** @description A country code such as GB. */
            country: string;
        };
        AuditEventsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            actorId?: string;
            /** @enum {string} */
            action?: "create" | "update" | "delete" | "read" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase" | "rebuild" | "rotate" | "replay" | "test" | "disable" | "set";
            collection?: string;
            rowId?: string;
            rowIds?: string[];
            /** @description A sha256 in hex. */
            before?: string;
            /** @description A sha256 in hex. */
            after?: string;
            rowVersion?: number;
            changedFields?: string[];
            requestId?: string;
        };
        AuditEventsPage: {
            items: (components["schemas"]["AuditEventsRow"] | components["schemas"]["AuditEventsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /**
         * @description Who did what to which row, and when; events cannot be changed.
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
        AuditEventsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            actorId: string;
            /** @enum {string} */
            action: "create" | "update" | "delete" | "read" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase" | "rebuild" | "rotate" | "replay" | "test" | "disable" | "set";
            collection: string;
            rowId: string;
            rowIds?: string[];
            /** @description A sha256 in hex. */
            before?: string;
            /** @description A sha256 in hex. */
            after?: string;
            rowVersion?: number;
            changedFields?: string[];
            requestId?: string;
        };
        AuditSeals: {
            head: components["schemas"]["Head"] | null;
            isComplete: boolean;
        };
        AuditVerification: {
            /** @enum {string} */
            status: "intact" | "broken";
            broken: components["schemas"]["AuditVerificationBroken"] | null;
            verified: components["schemas"]["AuditVerificationVerified"];
            head: components["schemas"]["Head"] | null;
            unsealedEvents: number;
            noted: components["schemas"]["AuditVerificationNoted"] | null;
            nextCursor: string | null;
        };
        AuditVerificationBroken: {
            /** @enum {string} */
            reason: "event_missing" | "events_altered" | "seal_altered";
            seal: number | null;
            position: number;
            lastPosition: number;
        };
        AuditVerificationNoted: {
            isFound: boolean;
        };
        AuditVerificationVerified: {
            seals: number;
            events: number;
        };
        /**
         * @description A step of a case, to be done by someone.
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
        CaseTasksBody: {
            /** @description An id that starts with cas-. */
            caseId: string;
            /** @description An id that starts with usr-. */
            assigneeId?: string;
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "waiting" | "done" | "cancelled";
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dueOn?: string;
            title: string;
            /** @default 0 */
            position?: number;
            /** @default [] */
            checklist?: components["schemas"]["Checklist"][];
        };
        CaseTasksFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            /** @description An id that starts with cas-. */
            caseId?: string;
            /** @description An id that starts with usr-. */
            assigneeId?: string;
            /** @enum {string} */
            status?: "open" | "waiting" | "done" | "cancelled";
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dueOn?: string;
            title?: string;
            position?: number;
            checklist?: components["schemas"]["ChecklistFields"][];
        };
        CaseTasksPage: {
            items: (components["schemas"]["CaseTasksRow"] | components["schemas"]["CaseTasksFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        CaseTasksPatch: {
            /** @description An id that starts with cas-. */
            caseId?: string;
            assigneeId?: string | null;
            status?: ("open" | "waiting" | "done" | "cancelled") | null;
            dueOn?: string | null;
            title?: string;
            position?: number | null;
            checklist?: components["schemas"]["Checklist"][] | null;
        };
        /**
         * @description A step of a case, to be done by someone.
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
        CaseTasksRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            /** @description An id that starts with cas-. */
            caseId: string;
            /** @description An id that starts with usr-. */
            assigneeId?: string;
            /** @enum {string} */
            status: "open" | "waiting" | "done" | "cancelled";
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dueOn?: string;
            title: string;
            position: number;
            checklist: components["schemas"]["ChecklistFields"][];
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
        CasesBody: {
            reference?: string;
            /** @description An id that starts with cli-. */
            clientId: string;
            /**
             * @description Must not contain duplicates.
             * @default []
             */
            clientIds?: string[];
            /** @default general */
            type?: string;
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "waiting" | "closed";
            /** @description An id that starts with usr-. */
            ownerId?: string;
            /** @description An id that starts with prv-. */
            providerId?: string;
            title: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            openedAt?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dueOn?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            closedAt?: string;
            valuePence?: number;
        };
        CasesFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            reference?: string;
            /** @description An id that starts with cli-. */
            clientId?: string;
            /** @description Must not contain duplicates. */
            clientIds?: string[];
            type?: string;
            /** @enum {string} */
            status?: "open" | "waiting" | "closed";
            /** @description An id that starts with usr-. */
            ownerId?: string;
            /** @description An id that starts with prv-. */
            providerId?: string;
            title?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            openedAt?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dueOn?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            closedAt?: string;
            valuePence?: number;
        };
        CasesPage: {
            items: (components["schemas"]["CasesRow"] | components["schemas"]["CasesFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        CasesPatch: {
            reference?: string | null;
            /** @description An id that starts with cli-. */
            clientId?: string;
            clientIds?: string[] | null;
            type?: string | null;
            status?: ("open" | "waiting" | "closed") | null;
            ownerId?: string | null;
            providerId?: string | null;
            title?: string;
            openedAt?: string | null;
            dueOn?: string | null;
            closedAt?: string | null;
            valuePence?: number | null;
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
        CasesRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            reference?: string;
            /** @description An id that starts with cli-. */
            clientId: string;
            /** @description Must not contain duplicates. */
            clientIds: string[];
            type: string;
            /** @enum {string} */
            status: "open" | "waiting" | "closed";
            /** @description An id that starts with usr-. */
            ownerId?: string;
            /** @description An id that starts with prv-. */
            providerId?: string;
            title: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            openedAt?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dueOn?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            closedAt?: string;
            valuePence?: number;
        };
        Checklist: {
            label: string;
            /** @default false */
            done?: boolean;
        };
        ChecklistFields: {
            label: string;
            done: boolean;
        };
        /**
         * @description The relation between a dependant and a client.
         * @example {
         *       "clientId": "cli-01kdw5h80c0000000000000001",
         *       "dependantId": "dep-01kdw5h80c0000000000000002",
         *       "relationship": "grandson"
         *     }
         */
        ClientDependantClientsBody: {
            /** @description An id that starts with cli-. */
            clientId: string;
            /** @description An id that starts with dep-. */
            dependantId: string;
            relationship?: string;
        };
        ClientDependantClientsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            /** @description An id that starts with cli-. */
            clientId?: string;
            /** @description An id that starts with dep-. */
            dependantId?: string;
            relationship?: string;
        };
        ClientDependantClientsPage: {
            items: (components["schemas"]["ClientDependantClientsRow"] | components["schemas"]["ClientDependantClientsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        ClientDependantClientsPatch: {
            /** @description An id that starts with cli-. */
            clientId?: string;
            /** @description An id that starts with dep-. */
            dependantId?: string;
            relationship?: string | null;
        };
        /**
         * @description The relation between a dependant and a client.
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
        ClientDependantClientsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            /** @description An id that starts with cli-. */
            clientId: string;
            /** @description An id that starts with dep-. */
            dependantId: string;
            relationship?: string;
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
        ClientDependantsBody: {
            firstName?: string;
            lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dateOfBirth?: string;
            /** @default true */
            financiallyDependent?: boolean;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            until?: string;
        };
        ClientDependantsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            firstName?: string;
            lastName?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dateOfBirth?: string;
            financiallyDependent?: boolean;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            until?: string;
        };
        ClientDependantsPage: {
            items: (components["schemas"]["ClientDependantsRow"] | components["schemas"]["ClientDependantsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        ClientDependantsPatch: {
            firstName?: string | null;
            lastName?: string;
            dateOfBirth?: string | null;
            financiallyDependent?: boolean | null;
            until?: string | null;
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
        ClientDependantsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            firstName?: string;
            lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dateOfBirth?: string;
            financiallyDependent: boolean;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            until?: string;
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
        ClientsBody: {
            reference?: string;
            /**
             * @default prospect
             * @enum {string}
             */
            status?: "prospect" | "active" | "dormant" | "archived";
            title?: string;
            firstName?: string;
            lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dateOfBirth?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            /** @default [] */
            phones?: components["schemas"]["Phone"][];
            /** @default [] */
            addresses?: components["schemas"]["Address"][];
            nationalInsuranceNumber?: string;
            /** @description An id that starts with usr-. */
            adviserId?: string;
            vulnerabilityNote?: string;
            /**
             * @description Must not contain duplicates.
             * @default []
             */
            tags?: string[];
        };
        ClientsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            reference?: string;
            /** @enum {string} */
            status?: "prospect" | "active" | "dormant" | "archived";
            title?: string;
            firstName?: string;
            lastName?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dateOfBirth?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            phones?: components["schemas"]["PhoneFields"][];
            addresses?: components["schemas"]["AddressFields"][];
            /** @description A National Insurance number: two letters, six digits, and A to D. */
            nationalInsuranceNumber?: string;
            /** @description An id that starts with usr-. */
            adviserId?: string;
            vulnerabilityNote?: string;
            /** @description Must not contain duplicates. */
            tags?: string[];
        };
        ClientsPage: {
            items: (components["schemas"]["ClientsRow"] | components["schemas"]["ClientsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        ClientsPatch: {
            reference?: string | null;
            status?: ("prospect" | "active" | "dormant" | "archived") | null;
            title?: string | null;
            firstName?: string | null;
            lastName?: string;
            dateOfBirth?: string | null;
            email?: string | null;
            phones?: components["schemas"]["Phone"][] | null;
            addresses?: components["schemas"]["Address"][] | null;
            nationalInsuranceNumber?: string | null;
            adviserId?: string | null;
            vulnerabilityNote?: string | null;
            tags?: string[] | null;
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
        ClientsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            reference?: string;
            /** @enum {string} */
            status: "prospect" | "active" | "dormant" | "archived";
            title?: string;
            firstName?: string;
            lastName: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            dateOfBirth?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            phones: components["schemas"]["PhoneFields"][];
            addresses: components["schemas"]["AddressFields"][];
            /** @description A National Insurance number: two letters, six digits, and A to D. */
            nationalInsuranceNumber?: string;
            /** @description An id that starts with usr-. */
            adviserId?: string;
            vulnerabilityNote?: string;
            /** @description Must not contain duplicates. */
            tags: string[];
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
        ContactCompaniesBody: {
            name: string;
            /** @default other */
            kind?: string;
            registrationNumber?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            /** @default [] */
            phones?: components["schemas"]["Phone"][];
            /**
             * Format: uri
             * @description An https:// address.
             */
            website?: string;
            /** @default [] */
            addresses?: components["schemas"]["Address"][];
            /** @description An id that starts with prv-. */
            providerId?: string;
        };
        ContactCompaniesFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            name?: string;
            kind?: string;
            registrationNumber?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            phones?: components["schemas"]["PhoneFields"][];
            /**
             * Format: uri
             * @description An https:// address.
             */
            website?: string;
            addresses?: components["schemas"]["AddressFields"][];
            /** @description An id that starts with prv-. */
            providerId?: string;
        };
        ContactCompaniesPage: {
            items: (components["schemas"]["ContactCompaniesRow"] | components["schemas"]["ContactCompaniesFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        ContactCompaniesPatch: {
            name?: string;
            kind?: string | null;
            registrationNumber?: string | null;
            email?: string | null;
            phones?: components["schemas"]["Phone"][] | null;
            website?: string | null;
            addresses?: components["schemas"]["Address"][] | null;
            providerId?: string | null;
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
        ContactCompaniesRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            name: string;
            kind: string;
            registrationNumber?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            phones: components["schemas"]["PhoneFields"][];
            /**
             * Format: uri
             * @description An https:// address.
             */
            website?: string;
            addresses: components["schemas"]["AddressFields"][];
            /** @description An id that starts with prv-. */
            providerId?: string;
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
        ContactIndividualsBody: {
            firstName?: string;
            lastName: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            /** @description An id that starts with cmp-. */
            companyId?: string;
            role?: string;
            /** @default [] */
            phones?: components["schemas"]["Phone"][];
        };
        ContactIndividualsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            firstName?: string;
            lastName?: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            /** @description An id that starts with cmp-. */
            companyId?: string;
            role?: string;
            phones?: components["schemas"]["PhoneFields"][];
        };
        ContactIndividualsPage: {
            items: (components["schemas"]["ContactIndividualsRow"] | components["schemas"]["ContactIndividualsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        ContactIndividualsPatch: {
            firstName?: string | null;
            lastName?: string;
            email?: string | null;
            companyId?: string | null;
            role?: string | null;
            phones?: components["schemas"]["Phone"][] | null;
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
        ContactIndividualsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            firstName?: string;
            lastName: string;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            /** @description An id that starts with cmp-. */
            companyId?: string;
            role?: string;
            phones: components["schemas"]["PhoneFields"][];
        };
        Data: {
            id: string;
            collection: string;
            version?: number;
            changedFields?: string[];
        };
        DocumentPart: {
            number: number;
            sizeBytes: number;
            /** @description A sha256 in hex. */
            sha256: string;
        };
        DocumentUpload: {
            /** @description An id that starts with upl-. */
            uploadId: string;
            /** @description An id that starts with doc-. */
            documentId: string;
            /** @enum {string} */
            status: "open" | "completed";
            sizeBytes: number;
            partSizeBytes: number;
            partCount: number;
            /** @description A media type such as application/pdf. */
            mediaType: string;
            /** @description A sha256 in hex. */
            sha256?: string;
            contentVersion?: number;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            expiresAt: string;
            parts: components["schemas"]["DocumentUploadPart"][];
        };
        DocumentUploadBody: {
            sizeBytes: number;
            /** @default application/octet-stream */
            mediaType?: string;
            /** @description A sha256 in hex. */
            sha256?: string;
        };
        DocumentUploadCompletion: {
            /** @description A sha256 in hex. */
            sha256?: string;
        };
        DocumentUploadPart: {
            number: number;
            sizeBytes: number;
            /** @description A sha256 in hex. */
            sha256: string;
        };
        DocumentUploads: {
            items: components["schemas"]["DocumentUploadsItem"][];
        };
        DocumentUploadsItem: {
            /** @description An id that starts with upl-. */
            uploadId: string;
            /** @description An id that starts with doc-. */
            documentId: string;
            /** @enum {string} */
            status: "open" | "completed";
            sizeBytes: number;
            partSizeBytes: number;
            partCount: number;
            /** @description A media type such as application/pdf. */
            mediaType: string;
            /** @description A sha256 in hex. */
            sha256?: string;
            contentVersion?: number;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            expiresAt: string;
        };
        DocumentVersionsPage: {
            items: components["schemas"]["DocumentVersionsPageItem"][];
            nextCursor: string | null;
        };
        DocumentVersionsPageItem: {
            contentVersion: number;
            sizeBytes: number;
            /** @description A sha256 in hex. */
            sha256: string;
            /** @description A media type such as application/pdf. */
            mediaType: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
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
        DocumentsBody: {
            /** @description An id that starts with cli-. */
            clientId?: string;
            /** @description An id that starts with cas-. */
            caseId?: string;
            /** @default general */
            category?: string;
            title: string;
            fileName?: string;
            mediaType?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            retainUntil?: string;
            /** @default false */
            legalHold?: boolean;
        };
        DocumentsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            /** @description An id that starts with cli-. */
            clientId?: string;
            /** @description An id that starts with cas-. */
            caseId?: string;
            category?: string;
            title?: string;
            fileName?: string;
            /** @description A media type such as application/pdf. */
            mediaType?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            retainUntil?: string;
            legalHold?: boolean;
            sizeBytes?: number;
            /** @description A sha256 in hex. */
            sha256?: string;
            contentVersion?: number;
            previousVersions?: components["schemas"]["PreviousVersion"][];
        };
        DocumentsPage: {
            items: (components["schemas"]["DocumentsRow"] | components["schemas"]["DocumentsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        DocumentsPatch: {
            clientId?: string | null;
            caseId?: string | null;
            category?: string | null;
            title?: string;
            fileName?: string | null;
            mediaType?: string | null;
            retainUntil?: string | null;
            legalHold?: boolean | null;
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
        DocumentsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            /** @description An id that starts with cli-. */
            clientId?: string;
            /** @description An id that starts with cas-. */
            caseId?: string;
            category: string;
            title: string;
            fileName?: string;
            /** @description A media type such as application/pdf. */
            mediaType?: string;
            /**
             * Format: date
             * @description A date such as 2026-03-31.
             */
            retainUntil?: string;
            legalHold: boolean;
            sizeBytes?: number;
            /** @description A sha256 in hex. */
            sha256?: string;
            contentVersion?: number;
            previousVersions?: components["schemas"]["PreviousVersion"][];
        };
        Erasure: {
            id: string;
            clientId: string;
            /** @enum {string} */
            status: "running" | "done";
            reason: string;
            /** @description A sha256 in hex. */
            digest: string;
            erased: Record<string, never>;
            similarContacts: string[];
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            startedAt: string;
            startedBy: string;
            finishedAt: string | null;
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
        GroupsBody: {
            name: string;
            description?: string;
            /**
             * @description Must not contain duplicates.
             * @default []
             */
            permissions?: string[];
        };
        GroupsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            name?: string;
            description?: string;
            /** @description Must not contain duplicates. */
            permissions?: string[];
        };
        GroupsPage: {
            items: (components["schemas"]["GroupsRow"] | components["schemas"]["GroupsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        GroupsPatch: {
            name?: string;
            description?: string | null;
            permissions?: string[] | null;
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
        GroupsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            name: string;
            description?: string;
            /** @description Must not contain duplicates. */
            permissions: string[];
        };
        Head: {
            note: string;
            position: number;
            /** Format: date-time */
            sealedAt: string;
        };
        Health: {
            /** @constant */
            status: "ok";
            release: string;
        };
        Household: {
            client: components["schemas"]["ClientsRow"];
            /** @description The client’s dependants, in the order in which they were linked. */
            dependants: components["schemas"]["HouseholdDependant"][];
            /** @description Other clients who share a dependant or a case with the client. */
            linkedClients: components["schemas"]["HouseholdLinkedClient"][];
            /** @description False when there are more than 200 dependants, shared links or shared cases. */
            isComplete: boolean;
        };
        HouseholdDependant: {
            /** @description Id of the linking row in `client-dependant-clients`. */
            linkId: string;
            /** @description How the dependant is related to the client; absent when not recorded. */
            relationship?: string;
            dependant: components["schemas"]["ClientDependantsRow"];
        };
        HouseholdLinkedClient: {
            client: components["schemas"]["ClientsRow"];
            /** @description The shared dependants, and how they are related to this client. */
            shares: components["schemas"]["HouseholdShare"][];
            /** @description The shared cases; empty without `cases:read`. */
            caseIds: string[];
        };
        HouseholdShare: {
            /** @description Id of the linking row in `client-dependant-clients`. */
            linkId: string;
            /** @description Id of a row of `client-dependants`. */
            dependantId: string;
            /** @description How the dependant is related to the client; absent when not recorded. */
            relationship?: string;
        };
        ImportLine: components["schemas"]["ImportLineOfNotice"] | components["schemas"]["ImportLineLine"] | components["schemas"]["ImportLineProblem"] | components["schemas"]["ImportLineOfSummary"];
        ImportLineError: {
            pointer: string;
            detail: string;
        };
        ImportLineLine: {
            line: number;
            /** @enum {string} */
            status: "created" | "updated" | "invalid" | "duplicate" | "skipped";
            id?: string;
            errors?: components["schemas"]["ImportLineError"][];
            warnings?: components["schemas"]["ImportLineWarning"][];
            detail?: string;
        };
        ImportLineNotice: {
            code: string;
            detail: string;
        };
        ImportLineOfNotice: {
            notice: components["schemas"]["ImportLineNotice"];
        };
        ImportLineOfSummary: {
            summary: components["schemas"]["ImportLineSummary"];
        };
        ImportLineProblem: {
            problem: Record<string, never>;
        };
        ImportLineSummary: {
            lines: number;
            created: number;
            updated: number;
            invalid: number;
            duplicate: number;
            skipped: number;
            warned: number;
            complete: boolean;
            dryRun: boolean;
            bookmark: string | null;
        };
        ImportLineWarning: {
            code: string;
            detail: string;
            ids: string[];
        };
        Phone: {
            /**
             * @default mobile
             * @enum {string}
             */
            kind?: "mobile" | "home" | "work" | "other";
            /** @description A telephone number such as +44 20 7946 0958: digits, spaces, brackets and hyphens. */
            number: string;
        };
        PhoneFields: {
            /** @enum {string} */
            kind: "mobile" | "home" | "work" | "other";
            /** @description A telephone number such as +44 20 7946 0958: digits, spaces, brackets and hyphens. */
            number: string;
        };
        PreviousVersion: {
            contentVersion: number;
            sizeBytes: number;
            /** @description A sha256 in hex. */
            sha256: string;
            /** @description A media type such as application/pdf. */
            mediaType: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            replacedAt: string;
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
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Path of the request, without its query. */
            instance: string;
            /** @description The wrong parts of the request, at most 50. */
            errors?: components["schemas"]["ProblemError"][];
        };
        ProblemError: {
            /** @description Where: `#/addresses/0/postcode`, `#/query/sort`, `#/headers/if-match`. */
            pointer: string;
            detail: string;
        };
        Retention: {
            version: number;
            updatedAt: string | null;
            updatedBy: string | null;
            /** @description Must not name a category twice. */
            documents: components["schemas"]["RetentionDocument"][];
            /** @description Must not name a type twice. */
            cases: components["schemas"]["RetentionCase"][];
            /** @description Must not name a status twice. */
            clients: components["schemas"]["RetentionClient"][];
        };
        RetentionCase: {
            type: string;
            keepMonths: number;
        };
        RetentionClient: {
            /** @enum {string} */
            status: "dormant" | "archived";
            keepMonths: number;
        };
        RetentionDocument: {
            category: string;
            keepMonths: number;
        };
        RetentionRun: {
            dryRun: boolean;
            due: components["schemas"]["RetentionRunDue"][];
            erased: components["schemas"]["RetentionRunDue"][];
            nextCursor: string | null;
        };
        RetentionRunDue: {
            /** @enum {string} */
            collection: "documents" | "cases" | "clients";
            id: string;
            held: boolean;
        };
        /** @description The number of rows on all pages; with `count=exact`. */
        RowCount: {
            rows: number;
            /** @description False when there are more than 10000. */
            isExact: boolean;
        };
        SearchPage: {
            items: components["schemas"]["SearchPageItem"][];
            counts: Record<string, never>;
            isTruncated: boolean;
            isIndexComplete: boolean;
            nextCursor: string | null;
        };
        SearchPageItem: {
            collection: string;
            id: string;
            title: string;
            score: number;
            matches: components["schemas"]["SearchPageMatch"][];
        };
        SearchPageMatch: {
            pointer: string;
            text: string;
            ranges: components["schemas"]["SearchPageRange"][];
        };
        SearchPageRange: {
            start: number;
            end: number;
        };
        SearchRebuild: {
            isComplete: boolean;
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
        UsersBody: {
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email: string;
            name?: string;
            /**
             * @default invited
             * @enum {string}
             */
            status?: "invited" | "active" | "disabled";
            /**
             * @description Must not contain duplicates.
             * @default []
             */
            groupIds?: string[];
            /**
             * @description A language such as en-GB.
             * @default en-GB
             */
            locale?: string;
        };
        UsersFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            name?: string;
            /** @enum {string} */
            status?: "invited" | "active" | "disabled";
            /** @description Must not contain duplicates. */
            groupIds?: string[];
            /** @description A language such as en-GB. */
            locale?: string;
            subject?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            lastSeenAt?: string;
        };
        UsersPage: {
            items: (components["schemas"]["UsersRow"] | components["schemas"]["UsersFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        UsersPatch: {
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email?: string;
            name?: string | null;
            status?: ("invited" | "active" | "disabled") | null;
            groupIds?: string[] | null;
            locale?: string | null;
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
        UsersRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            email: string;
            name?: string;
            /** @enum {string} */
            status: "invited" | "active" | "disabled";
            /** @description Must not contain duplicates. */
            groupIds: string[];
            /** @description A language such as en-GB. */
            locale: string;
            subject?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            lastSeenAt?: string;
        };
        /** @description Possible mistakes in a request that succeeded; absent when there are none. */
        Warnings: components["schemas"]["WarningsItem"][];
        WarningsItem: {
            code: string;
            detail: string;
            /** @description The rows that cause the warning. */
            ids: string[];
        };
        WebhookDeliveriesFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            /** @description An id that starts with whe-. */
            endpointId?: string;
            messageId?: string;
            eventType?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            occurredAt?: string;
            data?: components["schemas"]["Data"];
            rowId?: string;
            position?: number;
            /** @enum {string} */
            status?: "pending" | "delivered" | "failed";
            attempts?: number;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            expiresAt?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            lastAttemptAt?: string;
            lastStatusCode?: number;
            lastError?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            deliveredAt?: string;
            replays?: number;
        };
        WebhookDeliveriesPage: {
            items: (components["schemas"]["WebhookDeliveriesRow"] | components["schemas"]["WebhookDeliveriesFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /**
         * @description The delivery of one event to one webhook endpoint, and its state.
         * @example {
         *       "id": "whd-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "endpointId": "whe-01kdw5h80c0000000000000001",
         *       "messageId": "aud-01kdw5h80c0000000000000001",
         *       "eventType": "clients.updated",
         *       "occurredAt": "2026-03-31T09:30:00.000Z",
         *       "data": {
         *         "id": "cli-01kdw5h80c0000000000000001",
         *         "collection": "clients",
         *         "version": 4,
         *         "changedFields": [
         *           "email",
         *           "tags"
         *         ]
         *       },
         *       "rowId": "cli-01kdw5h80c0000000000000001",
         *       "position": 1204,
         *       "status": "pending",
         *       "attempts": 2,
         *       "nextAttemptAt": "2026-03-31T09:32:00.000Z",
         *       "expiresAt": "2026-04-03T15:30:00.000Z",
         *       "lastAttemptAt": "2026-03-31T09:30:30.000Z",
         *       "lastStatusCode": 503,
         *       "lastError": "answered 503"
         *     }
         */
        WebhookDeliveriesRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            /** @description An id that starts with whe-. */
            endpointId: string;
            messageId: string;
            eventType: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            occurredAt: string;
            data: components["schemas"]["Data"];
            rowId: string;
            position: number;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            attempts: number;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            lastAttemptAt?: string;
            lastStatusCode?: number;
            lastError?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            deliveredAt?: string;
            replays?: number;
        };
        /**
         * @description An address that receives events about the account’s rows.
         * @example {
         *       "url": "https://crm.harbourvale.example/hooks/freehold",
         *       "description": "Keeps the mailing list up to date",
         *       "eventTypes": [
         *         "clients.*",
         *         "cases.created"
         *       ],
         *       "status": "enabled"
         *     }
         */
        WebhookEndpointsBody: {
            /** @description An https:// address without a name, password or fragment. */
            url: string;
            description?: string;
            /** @description Must not contain duplicates. */
            eventTypes: string[];
            /**
             * @default enabled
             * @enum {string}
             */
            status?: "enabled" | "disabled";
        };
        WebhookEndpointsFields: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt?: string;
            updatedBy?: string;
            version: number;
            /** @description An https:// address without a name, password or fragment. */
            url?: string;
            description?: string;
            /** @description Must not contain duplicates. */
            eventTypes?: string[];
            /** @enum {string} */
            status?: "enabled" | "disabled";
            disabledReason?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            disabledAt?: string;
        };
        WebhookEndpointsPage: {
            items: (components["schemas"]["WebhookEndpointsRow"] | components["schemas"]["WebhookEndpointsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        WebhookEndpointsPatch: {
            /** @description An https:// address without a name, password or fragment. */
            url?: string;
            description?: string | null;
            /** @description Must not contain duplicates. */
            eventTypes?: string[];
            status?: ("enabled" | "disabled") | null;
        };
        /**
         * @description An address that receives events about the account’s rows.
         * @example {
         *       "id": "whe-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "accountId": "acc-01kdw5h80c0000000000000000",
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "url": "https://crm.harbourvale.example/hooks/freehold",
         *       "description": "Keeps the mailing list up to date",
         *       "eventTypes": [
         *         "clients.*",
         *         "cases.created"
         *       ],
         *       "status": "enabled"
         *     }
         */
        WebhookEndpointsRow: {
            id: string;
            /** @description An id that starts with acc-. */
            accountId: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            updatedAt: string;
            updatedBy: string;
            version: number;
            /** @description An https:// address without a name, password or fragment. */
            url: string;
            description?: string;
            /** @description Must not contain duplicates. */
            eventTypes: string[];
            /** @enum {string} */
            status: "enabled" | "disabled";
            disabledReason?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            disabledAt?: string;
        };
    };
    responses: {
        /** @description One page. */
        200: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CaseTasksPage"];
            };
        };
        /** @description The delivery; it is sent at once, and retried until it arrives or is abandoned. */
        202: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "whd-01kdw5h80c0000000000000009",
                 *       "version": 1,
                 *       "accountId": "acc-01kdw5h80c0000000000000000",
                 *       "createdAt": "2026-01-01T09:30:00.000Z",
                 *       "createdBy": "usr-01kdw5h80c0000000000000004",
                 *       "updatedAt": "2026-01-01T09:30:00.000Z",
                 *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                 *       "endpointId": "whe-01kdw5h80c0000000000000001",
                 *       "messageId": "aud-01kdw5h80c0000000000000001",
                 *       "eventType": "clients.updated",
                 *       "occurredAt": "2026-03-31T09:30:00.000Z",
                 *       "data": {
                 *         "id": "cli-01kdw5h80c0000000000000001",
                 *         "collection": "clients",
                 *         "version": 4,
                 *         "changedFields": [
                 *           "email",
                 *           "tags"
                 *         ]
                 *       },
                 *       "rowId": "cli-01kdw5h80c0000000000000001",
                 *       "position": 1204,
                 *       "status": "pending",
                 *       "attempts": 2,
                 *       "nextAttemptAt": "2026-03-31T09:32:00.000Z",
                 *       "expiresAt": "2026-04-03T15:30:00.000Z",
                 *       "lastAttemptAt": "2026-03-31T09:30:30.000Z",
                 *       "lastStatusCode": 503,
                 *       "lastError": "answered 503"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveriesRow"];
            };
        };
        /** @description The row is deleted. */
        204: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The requested range. */
        206: {
            headers: {
                "accept-ranges": components["headers"]["accept-ranges"];
                "content-disposition": components["headers"]["content-disposition"];
                "content-length": components["headers"]["content-length"];
                "content-range": components["headers"]["content-range"];
                etag: components["headers"]["etag"];
                /**
                 * @description When the bytes were uploaded.
                 * @example Mon, 12 Jan 2026 09:30:00 GMT
                 */
                "last-modified": string;
                "repr-digest": components["headers"]["repr-digest"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/octet-stream": string;
                "*/*": string;
            };
        };
        /** @description The caller already has the current version. */
        304: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `invalid-cursor`, `invalid-header`, `invalid-query`. */
        400: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:invalid-cursor" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:invalid-query";
                };
            };
        };
        /** @description `token-invalid`, `token-missing`. */
        401: {
            headers: {
                "www-authenticate": components["headers"]["www-authenticate"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:token-invalid" | "urn:freehold:problem:token-missing";
                };
            };
        };
        /** @description `account-offboarding`, `account-suspended`, `country-not-served`, `forbidden`. */
        403: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:account-offboarding" | "urn:freehold:problem:account-suspended" | "urn:freehold:problem:country-not-served" | "urn:freehold:problem:forbidden";
                };
            };
        };
        /** @description `account-not-found`. */
        404: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:account-not-found";
                };
            };
        };
        /** @description `idempotency-in-flight`. */
        409: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:idempotency-in-flight";
                };
            };
        };
        /** @description `length-required`. */
        411: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:length-required";
                };
            };
        };
        /** @description `already-exists`, `version-mismatch`. */
        412: {
            headers: {
                etag: components["headers"]["etag.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:already-exists" | "urn:freehold:problem:version-mismatch";
                };
            };
        };
        /** @description `body-too-large`. */
        413: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:body-too-large";
                };
            };
        };
        /** @description `unsupported-content-encoding`, `unsupported-media-type`. */
        415: {
            headers: {
                accept: components["headers"]["accept.optional"];
                "accept-encoding": components["headers"]["accept-encoding.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:unsupported-content-encoding" | "urn:freehold:problem:unsupported-media-type";
                };
            };
        };
        /** @description `range-not-satisfiable`. */
        416: {
            headers: {
                "content-range": components["headers"]["content-range"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:range-not-satisfiable";
                };
            };
        };
        /** @description `idempotency-key-reused`, `invalid-body`, `unknown-reference`. */
        422: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:idempotency-key-reused" | "urn:freehold:problem:invalid-body" | "urn:freehold:problem:unknown-reference";
                };
            };
        };
        /** @description `precondition-required`. */
        428: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:precondition-required";
                };
            };
        };
        /** @description `rate-limited`. */
        429: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:rate-limited";
                };
            };
        };
        /** @description `internal`. */
        500: {
            headers: {
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:internal";
                };
            };
        };
        /** @description `account-not-ready`, `account-provisioning`, `interrupted`, `issuer-unavailable`, `overloaded`. */
        503: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:account-not-ready" | "urn:freehold:problem:account-provisioning" | "urn:freehold:problem:interrupted" | "urn:freehold:problem:issuer-unavailable" | "urn:freehold:problem:overloaded";
                };
            };
        };
        /** @description `timed-out`. */
        504: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:timed-out";
                };
            };
        };
        /** @description All the bytes. Browsers always save them and never display them. */
        "200.10": {
            headers: {
                "accept-ranges": components["headers"]["accept-ranges"];
                "content-digest": components["headers"]["content-digest"];
                "content-disposition": components["headers"]["content-disposition"];
                "content-length": components["headers"]["content-length"];
                etag: components["headers"]["etag"];
                /**
                 * @description When the bytes were uploaded.
                 * @example Mon, 12 Jan 2026 09:30:00 GMT
                 */
                "last-modified": string;
                "repr-digest": components["headers"]["repr-digest"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/octet-stream": string;
                "*/*": string;
            };
        };
        /** @description The document with its new bytes. */
        200.11: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "doc-01kdw5h80c0000000000000009",
                 *       "version": 2,
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
                 *       "legalHold": false,
                 *       "sizeBytes": 5,
                 *       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                 *       "contentVersion": 1,
                 *       "previousVersions": []
                 *     }
                 */
                "application/json": components["schemas"]["DocumentsRow"];
            };
        };
        /** @description The rows. */
        200.12: {
            headers: {
                "content-disposition": components["headers"]["content-disposition"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        /** @description The changed row. */
        200.13: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GroupsRow"];
            };
        };
        /** @description The changed row. */
        200.14: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UsersRow"];
            };
        };
        /** @description One page. */
        200.15: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookDeliveriesPage"];
            };
        };
        /** @description The changed row. */
        200.16: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookEndpointsRow"];
            };
        };
        /** @description The changed row. */
        200.2: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CaseTasksRow"];
            };
        };
        /** @description The changed row. */
        200.3: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CasesRow"];
            };
        };
        /** @description The changed row. */
        200.4: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientDependantClientsRow"];
            };
        };
        /** @description The changed row. */
        200.5: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientDependantsRow"];
            };
        };
        /** @description The changed row. */
        200.6: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientsRow"];
            };
        };
        /** @description The changed row. */
        200.7: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactCompaniesRow"];
            };
        };
        /** @description The changed row. */
        200.8: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactIndividualsRow"];
            };
        };
        /** @description The changed row. */
        200.9: {
            headers: {
                etag: components["headers"]["etag"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DocumentsRow"];
            };
        };
        /** @description `invalid-header`. */
        400.2: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:invalid-header";
                };
            };
        };
        /** @description `invalid-header`, `invalid-query`. */
        400.3: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:invalid-header" | "urn:freehold:problem:invalid-query";
                };
            };
        };
        /** @description `invalid-header`, `malformed-body`. */
        400.4: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                };
            };
        };
        /** @description `digest-mismatch`, `invalid-header`, `malformed-body`. */
        400.5: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:digest-mismatch" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                };
            };
        };
        /** @description `account-not-found`, `not-found`. */
        404.2: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:not-found";
                };
            };
        };
        /** @description `account-not-found`, `upload-not-found`. */
        404.3: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:upload-not-found";
                };
            };
        };
        /** @description `account-not-found`, `not-found`, `version-not-found`. */
        404.4: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:not-found" | "urn:freehold:problem:version-not-found";
                };
            };
        };
        /** @description `conflict`, `state-not-next`. */
        409.2: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:state-not-next";
                };
            };
        };
        /** @description `conflict`. */
        409.3: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:conflict";
                };
            };
        };
        /** @description `duplicate`, `idempotency-in-flight`. */
        409.4: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:duplicate" | "urn:freehold:problem:idempotency-in-flight";
                };
            };
        };
        /** @description `conflict`, `duplicate`, `state-not-next`. */
        409.5: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:duplicate" | "urn:freehold:problem:state-not-next";
                };
            };
        };
        /** @description `conflict`, `still-referenced`. */
        409.6: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:still-referenced";
                };
            };
        };
        /** @description `conflict`, `duplicate`. */
        409.7: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:duplicate";
                };
            };
        };
        /** @description `upload-completed`. */
        409.8: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:upload-completed";
                };
            };
        };
        /** @description `conflict`, `duplicate`, `plan-limit-reached`. */
        409.9: {
            headers: {
                "retry-after": components["headers"]["retry-after.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:duplicate" | "urn:freehold:problem:plan-limit-reached";
                };
            };
        };
        /** @description `version-mismatch`. */
        412.2: {
            headers: {
                etag: components["headers"]["etag.optional"];
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:version-mismatch";
                };
            };
        };
        /** @description `invalid-body`, `unknown-reference`. */
        422.2: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:invalid-body" | "urn:freehold:problem:unknown-reference";
                };
            };
        };
        /** @description `idempotency-key-reused`, `invalid-body`. */
        422.3: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:idempotency-key-reused" | "urn:freehold:problem:invalid-body";
                };
            };
        };
        /** @description `invalid-body`. */
        422.4: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:invalid-body";
                };
            };
        };
        /** @description `internal`. */
        500.2: {
            headers: {
                "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                "preference-applied": components["headers"]["preference-applied.optional"];
                "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                ratelimit: components["headers"]["ratelimit.optional"];
                traceparent: components["headers"]["traceparent"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:freehold:problem:internal";
                };
            };
        };
    };
    parameters: {
        /** @description `action` is this. */
        action: "create" | "update" | "delete" | "read" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase" | "rebuild" | "rotate" | "replay" | "test" | "disable" | "set";
        /** @description `action` is one of these. */
        "action.in": ("create" | "update" | "delete" | "read" | "upload" | "download" | "purge" | "sign-in" | "export" | "erase" | "rebuild" | "rotate" | "replay" | "test" | "disable" | "set")[];
        /** @description `actorId` is this. */
        actorId: string;
        /** @description `adviserId` is this. */
        adviserId: string;
        /** @description `adviserId` is one of these. */
        "adviserId.in": string[];
        /** @description Id of the row to continue after, in the order of `createdAt`. */
        after: string;
        /** @description `assigneeId` is this. */
        assigneeId: string;
        /** @description `assigneeId` is one of these. */
        "assigneeId.in": string[];
        /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
        bookmark: string;
        /** @description `caseId` is this. */
        caseId: string;
        /** @description `caseId` is one of these. */
        "caseId.in": string[];
        /** @description `category` is this, in any case. */
        category: string;
        /** @description `category` is one of these, in any case. */
        "category.in": string[];
        /** @description `clientId` is this. */
        clientId: string;
        /** @description `clientId` is one of these. */
        "clientId.in": string[];
        /** @description `closedAt` is this or greater. */
        "closedAt.gte": string;
        /** @description `closedAt` is this or less. */
        "closedAt.lte": string;
        /** @description `collection` is this. */
        collection: string;
        /** @description `collection` is one of these. */
        "collection.in": string[];
        /** @description `companyId` is this. */
        companyId: string;
        /** @description `companyId` is one of these. */
        "companyId.in": string[];
        /** @description sha-256 of the bytes (RFC 9530). Bytes that do not match are refused and not stored. */
        "content-digest": string;
        /** @description Whether to count the rows on all pages. */
        count: "exact" | "none";
        /** @description `createdAt` is this or greater. */
        "createdAt.gte": string;
        /** @description `createdAt` is this or less. */
        "createdAt.lte": string;
        /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
        cursor: string;
        /** @description The `nextCursor` of the previous page. */
        "cursor.2": string;
        /** @description `dateOfBirth` is this. */
        dateOfBirth: string;
        /** @description `dateOfBirth` is this or greater. */
        "dateOfBirth.gte": string;
        /** @description `dateOfBirth` is this or less. */
        "dateOfBirth.lte": string;
        /** @description `dependantId` is this. */
        dependantId: string;
        /** @description `dependantId` is one of these. */
        "dependantId.in": string[];
        /** @description `dueOn` is this. */
        dueOn: string;
        /** @description `dueOn` is this or greater. */
        "dueOn.gte": string;
        /** @description `dueOn` is this or less. */
        "dueOn.lte": string;
        /** @description `email` is this, in any case. */
        email: string;
        /** @description `email` starts with this, in any case. */
        "email.prefix": string;
        /** @description `endpointId` is this. */
        endpointId: string;
        /** @description Fields to show in addition to `id` and `version`. Default: all. */
        fields: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "caseId" | "assigneeId" | "status" | "dueOn" | "title" | "position" | "checklist")[];
        /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
        format: "ndjson" | "csv";
        /** @description Id of the row. */
        id: string;
        /**
         * @description Makes it safe to repeat the request: within 24 hours the same key gets the same response.
         * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
         */
        idempotencyKey: string;
        /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
        idempotencyKeyOptional: string;
        /** @description Without `If-None-Match`: 304 if the bytes were not uploaded later. */
        "if-modified-since": string;
        /** @description Entity tag of the bytes that the range refers to. With another tag or a date, the range is ignored. */
        "if-range": string;
        /** @description Without `If-Match`: 412 if the bytes were uploaded later. */
        "if-unmodified-since": string;
        /**
         * @description Entity tag of the version to change, or `*` for any version.
         * @example "3"
         */
        ifMatch: string;
        /** @description Entity tag that the request expects; refused if the current one is different. */
        ifMatchOptional: string;
        /** @description Entity tag that the caller has; 304 if it is still current. */
        ifNoneMatch: string;
        /** @description `kind` is this, in any case. */
        kind: string;
        /** @description `kind` is one of these, in any case. */
        "kind.in": string[];
        /** @description `lastName` is this, in any case. */
        lastName: string;
        /** @description `lastName` starts with this, in any case. */
        "lastName.prefix": string;
        /** @description Maximum rows per page. */
        limit: number;
        /** @description `messageId` is this. */
        messageId: string;
        /**
         * @description The `contentVersion`, counted from 1.
         * @example 1
         */
        n: number;
        /** @description `name` is this, in any case. */
        name: string;
        /** @description `name` starts with this, in any case. */
        "name.prefix": string;
        /** @description `openedAt` is this or greater. */
        "openedAt.gte": string;
        /** @description `openedAt` is this or less. */
        "openedAt.lte": string;
        /** @description `ownerId` is this. */
        ownerId: string;
        /** @description `ownerId` is one of these. */
        "ownerId.in": string[];
        /** @description `postcode` is this, in any case. */
        postcode: string;
        /** @description `postcode` starts with this, in any case. */
        "postcode.prefix": string;
        /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
        prefer: "consistency=strong";
        /** @description `providerId` is this. */
        providerId: string;
        /** @description `providerId` is one of these. */
        "providerId.in": string[];
        /** @description One range of bytes. Several ranges or another unit are ignored. */
        range: string;
        /** @description `reference` is this, in any case. */
        reference: string;
        /** @description `reference` starts with this, in any case. */
        "reference.prefix": string;
        /** @description `retainUntil` is this or greater. */
        "retainUntil.gte": string;
        /** @description `retainUntil` is this or less. */
        "retainUntil.lte": string;
        /** @description `rowId` is this. */
        rowId: string;
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        sort: "createdAt" | "-createdAt";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.10": "createdAt" | "-createdAt" | "name" | "-name" | "updatedAt" | "-updatedAt";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.11": "createdAt" | "-createdAt" | "email" | "-email" | "updatedAt" | "-updatedAt" | "status,email" | "-status,-email";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.12": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "status" | "-status";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.2": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "dueOn" | "-dueOn" | "caseId,position" | "-caseId,-position" | "position" | "-position" | "status,dueOn" | "-status,-dueOn";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.3": "createdAt" | "-createdAt" | "reference" | "-reference" | "updatedAt" | "-updatedAt" | "dueOn" | "-dueOn" | "status,dueOn" | "-status,-dueOn" | "openedAt" | "-openedAt" | "closedAt" | "-closedAt";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.4": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.5": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastName" | "-lastName" | "dateOfBirth" | "-dateOfBirth";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.6": "createdAt" | "-createdAt" | "reference" | "-reference" | "updatedAt" | "-updatedAt" | "lastName" | "-lastName" | "status,lastName" | "-status,-lastName" | "lastName,firstName" | "-lastName,-firstName" | "firstName" | "-firstName" | "dateOfBirth" | "-dateOfBirth" | "postcode" | "-postcode";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.7": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name" | "kind,name" | "-kind,-name";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.8": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastName" | "-lastName" | "lastName,firstName" | "-lastName,-firstName" | "firstName" | "-firstName";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        "sort.9": "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "retainUntil" | "-retainUntil";
        /** @description `status` is this. */
        status: "open" | "waiting" | "done" | "cancelled";
        /** @description `status` is this. */
        "status.2": "open" | "waiting" | "closed";
        /** @description `status` is this. */
        "status.3": "prospect" | "active" | "dormant" | "archived";
        /** @description `status` is this. */
        "status.4": "invited" | "active" | "disabled";
        /** @description `status` is this. */
        "status.5": "pending" | "delivered" | "failed";
        /** @description `status` is this. */
        "status.6": "enabled" | "disabled";
        /** @description `status` is one of these. */
        "status.in": ("open" | "waiting" | "done" | "cancelled")[];
        /** @description `status` is one of these. */
        "status.in.2": ("open" | "waiting" | "closed")[];
        /** @description `status` is one of these. */
        "status.in.3": ("prospect" | "active" | "dormant" | "archived")[];
        /** @description `status` is one of these. */
        "status.in.4": ("invited" | "active" | "disabled")[];
        /** @description `subject` is this. */
        subject: string;
        /** @description W3C trace context of the request; quote it when you report a failure. */
        traceparent: string;
        /** @description `type` is this, in any case. */
        type: string;
        /** @description `type` is one of these, in any case. */
        "type.in": string[];
        /** @description `updatedAt` is this or greater. */
        "updatedAt.gte": string;
        /** @description `updatedAt` is this or less. */
        "updatedAt.lte": string;
        /** @description Id of the row. */
        uploadId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The accepted content encodings.
         * @example gzip, deflate
         */
        "accept-encoding.optional": string;
        /**
         * @description `Range` requests are supported.
         * @example bytes
         */
        "accept-ranges": "bytes";
        /**
         * @description The accepted media types.
         * @example application/json
         */
        "accept.optional": string;
        /**
         * @description Digest of the bytes in this response.
         * @example sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:
         */
        "content-digest": string;
        /**
         * @description Always an attachment, with the file name.
         * @example attachment; filename="passport.pdf"
         */
        "content-disposition": string;
        /**
         * @description Number of bytes in this response.
         * @example 12345
         */
        "content-length": number;
        /**
         * @description The range of these bytes and the total size; `bytes *\/n` has only the total size.
         * @example bytes 0-1023/12345
         */
        "content-range": string;
        /**
         * @description Entity tag: send it as `If-Match` to change exactly this version.
         * @example "3"
         */
        etag: string;
        /**
         * @description Entity tag: send it as `If-Match` to change exactly this version.
         * @example "3"
         */
        "etag.optional": string;
        /**
         * @description The response repeats the first one for this `Idempotency-Key`.
         * @example true
         */
        "idempotency-replayed.optional": "true";
        /**
         * @description Related addresses (RFC 8288).
         * @example </v1/clients?cursor=WyJ4Il0>; rel="next"
         */
        "link.optional": string;
        /**
         * @description Location of the result.
         * @example /v1/clients/cli-01kdw5h80c0000000000000001
         */
        location: string;
        /**
         * @description The preference that was applied.
         * @example consistency=strong
         */
        "preference-applied.optional": "consistency=strong";
        /**
         * @description The quota: requests in a window of seconds.
         * @example "user";q=600;w=60
         */
        "ratelimit-policy": string;
        /**
         * @description The quota: requests in a window of seconds.
         * @example "user";q=600;w=60
         */
        "ratelimit-policy.optional": string;
        /**
         * @description Present when the quota is used up; the remaining number is not reported before.
         * @example "user";r=0;t=60
         */
        "ratelimit.optional": string;
        /**
         * @description Digest of all the bytes, even if the response contains only a range.
         * @example sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:
         */
        "repr-digest": string;
        /**
         * @description Seconds to wait before repeating the request.
         * @example 2
         */
        "retry-after": number;
        /**
         * @description Seconds to wait before repeating the request.
         * @example 2
         */
        "retry-after.optional": number;
        /**
         * @description W3C trace context of the request; quote it when you report a failure.
         * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
         */
        traceparent: string;
        /**
         * @description How to authenticate.
         * @example Bearer realm="freehold"
         */
        "www-authenticate": string;
        /**
         * @description Session bookmark of the database.
         * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683.1f0c2a9b7d3e4f56
         */
        "x-d1-bookmark": string;
        /**
         * @description Session bookmark of the database.
         * @example 00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683.1f0c2a9b7d3e4f56
         */
        "x-d1-bookmark.optional": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDocsPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An HTML page. */
            200: {
                headers: {
                    /**
                     * @description How long the response may be cached.
                     * @example public, max-age=300
                     */
                    "cache-control": string;
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            500: components["responses"]["500"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Healthy; `release` is the bundle that served the request. */
            200: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "release": "0123456789abcdef"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["500"];
        };
    };
    getOpenApiDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    /**
                     * @description How long the response may be cached.
                     * @example public, max-age=300
                     */
                    "cache-control": string;
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            500: components["responses"]["500"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Healthy; `release` is the bundle that served the request. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "release": "0123456789abcdef"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `invalid-header`. */
            400: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:invalid-header";
                    };
                };
            };
            /** @description `internal`. */
            500: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:internal";
                    };
                };
            };
            /** @description `account-provisioning`, `interrupted`, `overloaded`. */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:account-provisioning" | "urn:freehold:problem:interrupted" | "urn:freehold:problem:overloaded";
                    };
                };
            };
            /** @description `timed-out`. */
            504: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:timed-out";
                    };
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `actorId` is this. */
                actorId?: components["parameters"]["actorId"];
                /** @description `action` is this. */
                action?: components["parameters"]["action"];
                /** @description `action` is one of these. */
                "action[in]"?: components["parameters"]["action.in"];
                /** @description `collection` is this. */
                collection?: components["parameters"]["collection"];
                /** @description `collection` is one of these. */
                "collection[in]"?: components["parameters"]["collection.in"];
                /** @description `rowId` is this. */
                rowId?: components["parameters"]["rowId"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "actorId" | "action" | "collection" | "rowId" | "rowIds" | "before" | "after" | "rowVersion" | "changedFields" | "requestId")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    sealAuditEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head of the trail. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "head": {
                     *         "note": "41:5555555555555555555555555555555555555555555555555555555555555555",
                     *         "position": 1733,
                     *         "sealedAt": "2026-01-12T09:30:10.000Z"
                     *       },
                     *       "isComplete": true
                     *     }
                     */
                    "application/json": components["schemas"]["AuditSeals"];
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    verifyAuditEvents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["cursor.2"];
                /** @description The `note` of an earlier head. */
                noted?: string;
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result for this page of the trail. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "intact",
                     *       "broken": null,
                     *       "verified": {
                     *         "seals": 41,
                     *         "events": 1733
                     *       },
                     *       "head": {
                     *         "note": "41:5555555555555555555555555555555555555555555555555555555555555555",
                     *         "position": 1733,
                     *         "sealedAt": "2026-01-12T09:30:10.000Z"
                     *       },
                     *       "unsealedEvents": 2,
                     *       "noted": null,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getAuditEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listCaseTasks: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `caseId` is this. */
                caseId?: components["parameters"]["caseId"];
                /** @description `caseId` is one of these. */
                "caseId[in]"?: components["parameters"]["caseId.in"];
                /** @description `assigneeId` is this. */
                assigneeId?: components["parameters"]["assigneeId"];
                /** @description `assigneeId` is one of these. */
                "assigneeId[in]"?: components["parameters"]["assigneeId.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in"];
                /** @description `dueOn` is this. */
                dueOn?: components["parameters"]["dueOn"];
                /** @description `dueOn` is this or greater. */
                "dueOn[gte]"?: components["parameters"]["dueOn.gte"];
                /** @description `dueOn` is this or less. */
                "dueOn[lte]"?: components["parameters"]["dueOn.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.2"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createCaseTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTasksBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseTasksRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getCaseTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseTasksRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceCaseTask: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTasksBody"];
            };
        };
        responses: {
            200: components["responses"]["200.2"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.2"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteCaseTask: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchCaseTask: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CaseTasksPatch"];
                "application/json": components["schemas"]["CaseTasksPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.2"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.2"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `reference` is this, in any case. */
                reference?: components["parameters"]["reference"];
                /** @description `reference` starts with this, in any case. */
                "reference[prefix]"?: components["parameters"]["reference.prefix"];
                /** @description `clientId` is this. */
                clientId?: components["parameters"]["clientId"];
                /** @description `clientId` is one of these. */
                "clientId[in]"?: components["parameters"]["clientId.in"];
                /** @description `type` is this, in any case. */
                type?: components["parameters"]["type"];
                /** @description `type` is one of these, in any case. */
                "type[in]"?: components["parameters"]["type.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.2"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in.2"];
                /** @description `ownerId` is this. */
                ownerId?: components["parameters"]["ownerId"];
                /** @description `ownerId` is one of these. */
                "ownerId[in]"?: components["parameters"]["ownerId.in"];
                /** @description `providerId` is this. */
                providerId?: components["parameters"]["providerId"];
                /** @description `providerId` is one of these. */
                "providerId[in]"?: components["parameters"]["providerId.in"];
                /** @description `openedAt` is this or greater. */
                "openedAt[gte]"?: components["parameters"]["openedAt.gte"];
                /** @description `openedAt` is this or less. */
                "openedAt[lte]"?: components["parameters"]["openedAt.lte"];
                /** @description `dueOn` is this. */
                dueOn?: components["parameters"]["dueOn"];
                /** @description `dueOn` is this or greater. */
                "dueOn[gte]"?: components["parameters"]["dueOn.gte"];
                /** @description `dueOn` is this or less. */
                "dueOn[lte]"?: components["parameters"]["dueOn.lte"];
                /** @description `closedAt` is this or greater. */
                "closedAt[gte]"?: components["parameters"]["closedAt.gte"];
                /** @description `closedAt` is this or less. */
                "closedAt[lte]"?: components["parameters"]["closedAt.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.3"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "reference" | "clientId" | "clientIds" | "type" | "status" | "ownerId" | "providerId" | "title" | "openedAt" | "dueOn" | "closedAt" | "valuePence")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.4"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getCase: {
        parameters: {
            query?: {
                /** @description What to add. */
                expand?: "tasks";
            };
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
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
                     *       "clientIds": [],
                     *       "tasks": [
                     *         {
                     *           "id": "tsk-01kdw5h80c0000000000000009",
                     *           "version": 1,
                     *           "accountId": "acc-01kdw5h80c0000000000000000",
                     *           "createdAt": "2026-01-01T09:30:00.000Z",
                     *           "createdBy": "usr-01kdw5h80c0000000000000004",
                     *           "updatedAt": "2026-01-01T09:30:00.000Z",
                     *           "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *           "caseId": "cas-01kdw5h80c0000000000000003",
                     *           "status": "open",
                     *           "dueOn": "2026-02-06",
                     *           "title": "Ask the ceding scheme for a valuation",
                     *           "position": 0,
                     *           "checklist": [
                     *             {
                     *               "label": "Letter of authority signed",
                     *               "done": true
                     *             },
                     *             {
                     *               "label": "Valuation received",
                     *               "done": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "hasMoreTasks": false
                     *     }
                     */
                    "application/json": components["schemas"]["CasesRow"] & {
                        /** @description With `expand=tasks`: the tasks of the case by their `position`. */
                        tasks?: components["schemas"]["CaseTasksRow"][];
                        /** @description With `expand=tasks`: whether there are more than 200, which can be read at `/v1/cases/{id}/tasks`. */
                        hasMoreTasks?: boolean;
                    };
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesBody"];
            };
        };
        responses: {
            200: components["responses"]["200.3"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.5"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.6"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CasesPatch"];
                "application/json": components["schemas"]["CasesPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.3"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.5"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listTasksOfCase: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `assigneeId` is this. */
                assigneeId?: components["parameters"]["assigneeId"];
                /** @description `assigneeId` is one of these. */
                "assigneeId[in]"?: components["parameters"]["assigneeId.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in"];
                /** @description `dueOn` is this. */
                dueOn?: components["parameters"]["dueOn"];
                /** @description `dueOn` is this or greater. */
                "dueOn[gte]"?: components["parameters"]["dueOn.gte"];
                /** @description `dueOn` is this or less. */
                "dueOn[lte]"?: components["parameters"]["dueOn.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: "createdAt" | "-createdAt" | "dueOn" | "-dueOn" | "position" | "-position";
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listClientDependantClients: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `clientId` is this. */
                clientId?: components["parameters"]["clientId"];
                /** @description `clientId` is one of these. */
                "clientId[in]"?: components["parameters"]["clientId.in"];
                /** @description `dependantId` is this. */
                dependantId?: components["parameters"]["dependantId"];
                /** @description `dependantId` is one of these. */
                "dependantId[in]"?: components["parameters"]["dependantId.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.4"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "clientId" | "dependantId" | "relationship")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDependantClientsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createClientDependantClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDependantClientsBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDependantClientsRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.4"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getClientDependantClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDependantClientsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceClientDependantClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDependantClientsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.4"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.7"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteClientDependantClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchClientDependantClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClientDependantClientsPatch"];
                "application/json": components["schemas"]["ClientDependantClientsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.4"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.7"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listClientDependants: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `lastName` is this, in any case. */
                lastName?: components["parameters"]["lastName"];
                /** @description `lastName` starts with this, in any case. */
                "lastName[prefix]"?: components["parameters"]["lastName.prefix"];
                /** @description `dateOfBirth` is this. */
                dateOfBirth?: components["parameters"]["dateOfBirth"];
                /** @description `dateOfBirth` is this or greater. */
                "dateOfBirth[gte]"?: components["parameters"]["dateOfBirth.gte"];
                /** @description `dateOfBirth` is this or less. */
                "dateOfBirth[lte]"?: components["parameters"]["dateOfBirth.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.5"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "firstName" | "lastName" | "dateOfBirth" | "financiallyDependent" | "until")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDependantsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createClientDependant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDependantsBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDependantsRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getClientDependant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDependantsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceClientDependant: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDependantsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.5"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteClientDependant: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.6"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchClientDependant: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClientDependantsPatch"];
                "application/json": components["schemas"]["ClientDependantsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.5"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `reference` is this, in any case. */
                reference?: components["parameters"]["reference"];
                /** @description `reference` starts with this, in any case. */
                "reference[prefix]"?: components["parameters"]["reference.prefix"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.3"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in.3"];
                /** @description `lastName` is this, in any case. */
                lastName?: components["parameters"]["lastName"];
                /** @description `lastName` starts with this, in any case. */
                "lastName[prefix]"?: components["parameters"]["lastName.prefix"];
                /** @description `dateOfBirth` is this. */
                dateOfBirth?: components["parameters"]["dateOfBirth"];
                /** @description `dateOfBirth` is this or greater. */
                "dateOfBirth[gte]"?: components["parameters"]["dateOfBirth.gte"];
                /** @description `dateOfBirth` is this or less. */
                "dateOfBirth[lte]"?: components["parameters"]["dateOfBirth.lte"];
                /** @description `email` is this, in any case. */
                email?: components["parameters"]["email"];
                /** @description `adviserId` is this. */
                adviserId?: components["parameters"]["adviserId"];
                /** @description `adviserId` is one of these. */
                "adviserId[in]"?: components["parameters"]["adviserId.in"];
                /** @description `postcode` is this, in any case. */
                postcode?: components["parameters"]["postcode"];
                /** @description `postcode` starts with this, in any case. */
                "postcode[prefix]"?: components["parameters"]["postcode.prefix"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.6"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "reference" | "status" | "title" | "firstName" | "lastName" | "dateOfBirth" | "email" | "phones" | "addresses" | "nationalInsuranceNumber" | "adviserId" | "vulnerabilityNote" | "tags")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientsBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    /**
                     * @description The codes of the warnings; absent when there are none.
                     * @example likely-duplicate
                     */
                    "freehold-warnings"?: string;
                    /**
                     * @description The preferences that were applied.
                     * @example handling=strict
                     */
                    "preference-applied"?: string;
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
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
                    "application/json": components["schemas"]["ClientsRow"] & {
                        warnings?: components["schemas"]["Warnings"];
                    };
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            /** @description `duplicate`, `idempotency-in-flight`, `likely-duplicate`. */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:duplicate" | "urn:freehold:problem:idempotency-in-flight" | "urn:freehold:problem:likely-duplicate";
                    };
                };
            };
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.6"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.7"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.6"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClientsPatch"];
                "application/json": components["schemas"]["ClientsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.6"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.7"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record of the erasure, which holds nothing personal. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "era-01kdw5h80c0000000000000001",
                     *       "clientId": "cli-01kdw5h80c0000000000000001",
                     *       "status": "done",
                     *       "reason": "Asked for it by letter.",
                     *       "digest": "0000000000000000000000000000000000000000000000000000000000000000",
                     *       "erased": {
                     *         "clients": 1,
                     *         "documents": 2
                     *       },
                     *       "similarContacts": [],
                     *       "startedAt": "2026-01-01T09:30:00.000Z",
                     *       "startedBy": "usr-01kdw5h80c0000000000000004",
                     *       "finishedAt": "2026-01-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    eraseClient: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same response.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for it by letter."
                 *     }
                 */
                "application/json": {
                    reason: string;
                    /**
                     * @description Must not contain duplicates.
                     * @default []
                     */
                    contactIds?: string[];
                };
            };
        };
        responses: {
            /** @description Everything is erased. */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "era-01kdw5h80c0000000000000001",
                     *       "clientId": "cli-01kdw5h80c0000000000000001",
                     *       "status": "done",
                     *       "reason": "Asked for it by letter.",
                     *       "digest": "0000000000000000000000000000000000000000000000000000000000000000",
                     *       "erased": {
                     *         "clients": 1,
                     *         "documents": 2
                     *       },
                     *       "similarContacts": [],
                     *       "startedAt": "2026-01-01T09:30:00.000Z",
                     *       "startedBy": "usr-01kdw5h80c0000000000000004",
                     *       "finishedAt": "2026-01-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description The account completes the erasure in the background. */
            202: {
                headers: {
                    location: components["headers"]["location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "era-01kdw5h80c0000000000000001",
                     *       "clientId": "cli-01kdw5h80c0000000000000001",
                     *       "status": "running",
                     *       "reason": "Asked for it by letter.",
                     *       "digest": "0000000000000000000000000000000000000000000000000000000000000000",
                     *       "erased": {
                     *         "clients": 1,
                     *         "documents": 2
                     *       },
                     *       "similarContacts": [],
                     *       "startedAt": "2026-01-01T09:30:00.000Z",
                     *       "startedBy": "usr-01kdw5h80c0000000000000004",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `idempotency-key-missing`, `invalid-header`, `malformed-body`. */
            400: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:idempotency-key-missing" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                    };
                };
            };
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            /** @description `conflict`, `held`, `idempotency-in-flight`. */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:held" | "urn:freehold:problem:idempotency-in-flight";
                    };
                };
            };
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The household. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "client": {
                     *         "id": "cli-01kdw5h80c0000000000000009",
                     *         "version": 1,
                     *         "accountId": "acc-01kdw5h80c0000000000000000",
                     *         "createdAt": "2026-01-01T09:30:00.000Z",
                     *         "createdBy": "usr-01kdw5h80c0000000000000004",
                     *         "updatedAt": "2026-01-01T09:30:00.000Z",
                     *         "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *         "reference": "HV-00042",
                     *         "status": "active",
                     *         "title": "Mrs",
                     *         "firstName": "Margaret",
                     *         "lastName": "Holloway",
                     *         "dateOfBirth": "1951-06-14",
                     *         "email": "margaret.holloway@post.example",
                     *         "phones": [
                     *           {
                     *             "kind": "mobile",
                     *             "number": "+44 7700 900123"
                     *           }
                     *         ],
                     *         "addresses": [
                     *           {
                     *             "kind": "home",
                     *             "line1": "4 Quayside",
                     *             "town": "Norwich",
                     *             "postcode": "NR1 3QT",
                     *             "country": "GB"
                     *           }
                     *         ],
                     *         "vulnerabilityNote": "Prefers large print.",
                     *         "tags": [
                     *           "pension",
                     *           "annual review"
                     *         ]
                     *       },
                     *       "dependants": [
                     *         {
                     *           "linkId": "dcl-01kdw5h80c0000000000000009",
                     *           "relationship": "grandson",
                     *           "dependant": {
                     *             "id": "dep-01kdw5h80c0000000000000009",
                     *             "version": 1,
                     *             "accountId": "acc-01kdw5h80c0000000000000000",
                     *             "createdAt": "2026-01-01T09:30:00.000Z",
                     *             "createdBy": "usr-01kdw5h80c0000000000000004",
                     *             "updatedAt": "2026-01-01T09:30:00.000Z",
                     *             "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *             "firstName": "Tom",
                     *             "lastName": "Holloway",
                     *             "dateOfBirth": "2011-09-02",
                     *             "financiallyDependent": true,
                     *             "until": "2032-07-31"
                     *           }
                     *         }
                     *       ],
                     *       "linkedClients": [],
                     *       "isComplete": true
                     *     }
                     */
                    "application/json": components["schemas"]["Household"];
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportSubject: {
        parameters: {
            query?: {
                /** @description The first version in a further archive, as given in the link to it. */
                from?: string;
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive, produced while it is read. */
            200: {
                headers: {
                    "content-disposition": components["headers"]["content-disposition"];
                    link: components["headers"]["link.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listContactCompanies: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `name` is this, in any case. */
                name?: components["parameters"]["name"];
                /** @description `name` starts with this, in any case. */
                "name[prefix]"?: components["parameters"]["name.prefix"];
                /** @description `kind` is this, in any case. */
                kind?: components["parameters"]["kind"];
                /** @description `kind` is one of these, in any case. */
                "kind[in]"?: components["parameters"]["kind.in"];
                /** @description `providerId` is this. */
                providerId?: components["parameters"]["providerId"];
                /** @description `providerId` is one of these. */
                "providerId[in]"?: components["parameters"]["providerId.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.7"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "name" | "kind" | "registrationNumber" | "email" | "phones" | "website" | "addresses" | "providerId")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCompaniesPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createContactCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactCompaniesBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCompaniesRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getContactCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCompaniesRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceContactCompany: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactCompaniesBody"];
            };
        };
        responses: {
            200: components["responses"]["200.7"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteContactCompany: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.6"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchContactCompany: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ContactCompaniesPatch"];
                "application/json": components["schemas"]["ContactCompaniesPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.7"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listContactIndividuals: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `lastName` is this, in any case. */
                lastName?: components["parameters"]["lastName"];
                /** @description `lastName` starts with this, in any case. */
                "lastName[prefix]"?: components["parameters"]["lastName.prefix"];
                /** @description `email` is this, in any case. */
                email?: components["parameters"]["email"];
                /** @description `companyId` is this. */
                companyId?: components["parameters"]["companyId"];
                /** @description `companyId` is one of these. */
                "companyId[in]"?: components["parameters"]["companyId.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.8"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "firstName" | "lastName" | "email" | "companyId" | "role" | "phones")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactIndividualsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createContactIndividual: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIndividualsBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactIndividualsRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getContactIndividual: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactIndividualsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceContactIndividual: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIndividualsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.8"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteContactIndividual: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchContactIndividual: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ContactIndividualsPatch"];
                "application/json": components["schemas"]["ContactIndividualsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.8"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `clientId` is this. */
                clientId?: components["parameters"]["clientId"];
                /** @description `clientId` is one of these. */
                "clientId[in]"?: components["parameters"]["clientId.in"];
                /** @description `caseId` is this. */
                caseId?: components["parameters"]["caseId"];
                /** @description `caseId` is one of these. */
                "caseId[in]"?: components["parameters"]["caseId.in"];
                /** @description `category` is this, in any case. */
                category?: components["parameters"]["category"];
                /** @description `category` is one of these, in any case. */
                "category[in]"?: components["parameters"]["category.in"];
                /** @description `retainUntil` is this or greater. */
                "retainUntil[gte]"?: components["parameters"]["retainUntil.gte"];
                /** @description `retainUntil` is this or less. */
                "retainUntil[lte]"?: components["parameters"]["retainUntil.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.9"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "clientId" | "caseId" | "category" | "title" | "fileName" | "mediaType" | "retainUntil" | "legalHold" | "sizeBytes" | "sha256" | "contentVersion" | "previousVersions")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentsBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceDocument: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.9"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchDocument: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["DocumentsPatch"];
                "application/json": components["schemas"]["DocumentsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.9"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getDocumentContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes. Several ranges or another unit are ignored. */
                range?: components["parameters"]["range"];
                /** @description Entity tag of the bytes that the range refers to. With another tag or a date, the range is ignored. */
                "if-range"?: components["parameters"]["if-range"];
                /** @description Without `If-None-Match`: 304 if the bytes were not uploaded later. */
                "if-modified-since"?: components["parameters"]["if-modified-since"];
                /** @description Without `If-Match`: 412 if the bytes were uploaded later. */
                "if-unmodified-since"?: components["parameters"]["if-unmodified-since"];
                /** @description Entity tag that the request expects; refused if the current one is different. */
                "If-Match"?: components["parameters"]["ifMatchOptional"];
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.10"];
            206: components["responses"]["206"];
            304: components["responses"]["304"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            /** @description `account-not-found`, `no-content-yet`, `not-found`. */
            404: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:no-content-yet" | "urn:freehold:problem:not-found";
                    };
                };
            };
            412: components["responses"]["412.2"];
            416: components["responses"]["416"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    putDocumentContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description sha-256 of the bytes (RFC 9530). Bytes that do not match are refused and not stored. */
                "content-digest"?: components["parameters"]["content-digest"];
                /** @description Entity tag that the request expects; refused if the current one is different. */
                "If-Match"?: components["parameters"]["ifMatchOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
                "*/*": string;
            };
        };
        responses: {
            200: components["responses"]["200.11"];
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            411: components["responses"]["411"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
        };
    };
    listDocumentUploads: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 10. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "uploadId": "upl-01kdw5h80c0000000000000001",
                     *           "documentId": "doc-01kdw5h80c0000000000000009",
                     *           "status": "open",
                     *           "sizeBytes": 20000000,
                     *           "partSizeBytes": 16777216,
                     *           "partCount": 2,
                     *           "mediaType": "application/pdf",
                     *           "createdAt": "2026-01-01T09:30:00.000Z",
                     *           "createdBy": "usr-01kdw5h80c0000000000000004",
                     *           "expiresAt": "2026-01-04T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentUploads"];
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    startDocumentUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the request expects; refused if the current one is different. */
                "If-Match"?: components["parameters"]["ifMatchOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sizeBytes": 20000000,
                 *       "mediaType": "application/pdf"
                 *     }
                 */
                "application/json": components["schemas"]["DocumentUploadBody"];
            };
        };
        responses: {
            /** @description The upload, without parts. */
            201: {
                headers: {
                    location: components["headers"]["location"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uploadId": "upl-01kdw5h80c0000000000000001",
                     *       "documentId": "doc-01kdw5h80c0000000000000009",
                     *       "status": "open",
                     *       "sizeBytes": 20000000,
                     *       "partSizeBytes": 16777216,
                     *       "partCount": 2,
                     *       "mediaType": "application/pdf",
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "expiresAt": "2026-01-04T09:30:00.000Z",
                     *       "parts": []
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentUpload"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getDocumentUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /** @description Id of the row. */
                uploadId: components["parameters"]["uploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload with its stored parts. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uploadId": "upl-01kdw5h80c0000000000000001",
                     *       "documentId": "doc-01kdw5h80c0000000000000009",
                     *       "status": "open",
                     *       "sizeBytes": 20000000,
                     *       "partSizeBytes": 16777216,
                     *       "partCount": 2,
                     *       "mediaType": "application/pdf",
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "expiresAt": "2026-01-04T09:30:00.000Z",
                     *       "parts": [
                     *         {
                     *           "number": 1,
                     *           "sizeBytes": 16777216,
                     *           "sha256": "0000000000000000000000000000000000000000000000000000000000000000"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentUpload"];
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    abortDocumentUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /** @description Id of the row. */
                uploadId: components["parameters"]["uploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload is aborted and its parts are deleted. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.3"];
            409: components["responses"]["409.8"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    completeDocumentUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the request expects; refused if the current one is different. */
                "If-Match"?: components["parameters"]["ifMatchOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /** @description Id of the row. */
                uploadId: components["parameters"]["uploadId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
                 *     }
                 */
                "application/json": components["schemas"]["DocumentUploadCompletion"];
            };
        };
        responses: {
            200: components["responses"]["200.11"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            /** @description `account-not-found`, `not-found`, `upload-not-found`. */
            404: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:not-found" | "urn:freehold:problem:upload-not-found";
                    };
                };
            };
            /** @description `conflict`, `parts-changed`, `parts-missing`, `upload-completed`. */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:parts-changed" | "urn:freehold:problem:parts-missing" | "urn:freehold:problem:upload-completed";
                    };
                };
            };
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            /** @description `invalid-body`, `upload-digest-mismatch`. */
            422: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:invalid-body" | "urn:freehold:problem:upload-digest-mismatch";
                    };
                };
            };
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    putDocumentUploadPart: {
        parameters: {
            query?: never;
            header?: {
                /** @description sha-256 of the bytes (RFC 9530). Bytes that do not match are refused and not stored. */
                "content-digest"?: components["parameters"]["content-digest"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /** @description Id of the row. */
                uploadId: components["parameters"]["uploadId"];
                /**
                 * @description Number of the part, from 1 to `partCount`.
                 * @example 1
                 */
                n: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
                "*/*": string;
            };
        };
        responses: {
            /** @description The part is stored. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "sizeBytes": 16777216,
                     *       "sha256": "0000000000000000000000000000000000000000000000000000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentPart"];
                };
            };
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            /** @description `account-not-found`, `part-not-found`, `upload-not-found`. */
            404: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:part-not-found" | "urn:freehold:problem:upload-not-found";
                    };
                };
            };
            409: components["responses"]["409.8"];
            411: components["responses"]["411"];
            415: components["responses"]["415"];
            /** @description `wrong-part-size`. */
            422: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:wrong-part-size";
                    };
                };
            };
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
        };
    };
    listDocumentVersions: {
        parameters: {
            query?: {
                /** @description Versions of one page, from 1 to 200. */
                limit?: number;
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of versions. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "contentVersion": 1,
                     *           "sizeBytes": 48213,
                     *           "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
                     *           "mediaType": "application/pdf",
                     *           "createdAt": "2026-01-01T09:30:00.000Z",
                     *           "createdBy": "usr-01kdw5h80c0000000000000004"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentVersionsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    purgeDocumentVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the request expects; refused if the current one is different. */
                "If-Match"?: components["parameters"]["ifMatchOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /**
                 * @description The `contentVersion`, counted from 1.
                 * @example 1
                 */
                n: components["parameters"]["n"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version is deleted. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.4"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getDocumentVersionContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes. Several ranges or another unit are ignored. */
                range?: components["parameters"]["range"];
                /** @description Entity tag of the bytes that the range refers to. With another tag or a date, the range is ignored. */
                "if-range"?: components["parameters"]["if-range"];
                /** @description Without `If-None-Match`: 304 if the bytes were not uploaded later. */
                "if-modified-since"?: components["parameters"]["if-modified-since"];
                /** @description Without `If-Match`: 412 if the bytes were uploaded later. */
                "if-unmodified-since"?: components["parameters"]["if-unmodified-since"];
                /** @description Entity tag that the request expects; refused if the current one is different. */
                "If-Match"?: components["parameters"]["ifMatchOptional"];
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /**
                 * @description The `contentVersion`, counted from 1.
                 * @example 1
                 */
                n: components["parameters"]["n"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.10"];
            206: components["responses"]["206"];
            304: components["responses"]["304"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.4"];
            412: components["responses"]["412.2"];
            416: components["responses"]["416"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportAuditEvents: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `actorId` is this. */
                actorId?: components["parameters"]["actorId"];
                /** @description `action` is this. */
                action?: components["parameters"]["action"];
                /** @description `action` is one of these. */
                "action[in]"?: components["parameters"]["action.in"];
                /** @description `collection` is this. */
                collection?: components["parameters"]["collection"];
                /** @description `collection` is one of these. */
                "collection[in]"?: components["parameters"]["collection.in"];
                /** @description `rowId` is this. */
                rowId?: components["parameters"]["rowId"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportCaseTasks: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `caseId` is this. */
                caseId?: components["parameters"]["caseId"];
                /** @description `caseId` is one of these. */
                "caseId[in]"?: components["parameters"]["caseId.in"];
                /** @description `assigneeId` is this. */
                assigneeId?: components["parameters"]["assigneeId"];
                /** @description `assigneeId` is one of these. */
                "assigneeId[in]"?: components["parameters"]["assigneeId.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in"];
                /** @description `dueOn` is this. */
                dueOn?: components["parameters"]["dueOn"];
                /** @description `dueOn` is this or greater. */
                "dueOn[gte]"?: components["parameters"]["dueOn.gte"];
                /** @description `dueOn` is this or less. */
                "dueOn[lte]"?: components["parameters"]["dueOn.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.2"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportCases: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `reference` is this, in any case. */
                reference?: components["parameters"]["reference"];
                /** @description `reference` starts with this, in any case. */
                "reference[prefix]"?: components["parameters"]["reference.prefix"];
                /** @description `clientId` is this. */
                clientId?: components["parameters"]["clientId"];
                /** @description `clientId` is one of these. */
                "clientId[in]"?: components["parameters"]["clientId.in"];
                /** @description `type` is this, in any case. */
                type?: components["parameters"]["type"];
                /** @description `type` is one of these, in any case. */
                "type[in]"?: components["parameters"]["type.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.2"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in.2"];
                /** @description `ownerId` is this. */
                ownerId?: components["parameters"]["ownerId"];
                /** @description `ownerId` is one of these. */
                "ownerId[in]"?: components["parameters"]["ownerId.in"];
                /** @description `providerId` is this. */
                providerId?: components["parameters"]["providerId"];
                /** @description `providerId` is one of these. */
                "providerId[in]"?: components["parameters"]["providerId.in"];
                /** @description `openedAt` is this or greater. */
                "openedAt[gte]"?: components["parameters"]["openedAt.gte"];
                /** @description `openedAt` is this or less. */
                "openedAt[lte]"?: components["parameters"]["openedAt.lte"];
                /** @description `dueOn` is this. */
                dueOn?: components["parameters"]["dueOn"];
                /** @description `dueOn` is this or greater. */
                "dueOn[gte]"?: components["parameters"]["dueOn.gte"];
                /** @description `dueOn` is this or less. */
                "dueOn[lte]"?: components["parameters"]["dueOn.lte"];
                /** @description `closedAt` is this or greater. */
                "closedAt[gte]"?: components["parameters"]["closedAt.gte"];
                /** @description `closedAt` is this or less. */
                "closedAt[lte]"?: components["parameters"]["closedAt.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.3"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportClientDependantClients: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `clientId` is this. */
                clientId?: components["parameters"]["clientId"];
                /** @description `clientId` is one of these. */
                "clientId[in]"?: components["parameters"]["clientId.in"];
                /** @description `dependantId` is this. */
                dependantId?: components["parameters"]["dependantId"];
                /** @description `dependantId` is one of these. */
                "dependantId[in]"?: components["parameters"]["dependantId.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.4"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportClientDependants: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `lastName` is this, in any case. */
                lastName?: components["parameters"]["lastName"];
                /** @description `lastName` starts with this, in any case. */
                "lastName[prefix]"?: components["parameters"]["lastName.prefix"];
                /** @description `dateOfBirth` is this. */
                dateOfBirth?: components["parameters"]["dateOfBirth"];
                /** @description `dateOfBirth` is this or greater. */
                "dateOfBirth[gte]"?: components["parameters"]["dateOfBirth.gte"];
                /** @description `dateOfBirth` is this or less. */
                "dateOfBirth[lte]"?: components["parameters"]["dateOfBirth.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.5"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportClients: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `reference` is this, in any case. */
                reference?: components["parameters"]["reference"];
                /** @description `reference` starts with this, in any case. */
                "reference[prefix]"?: components["parameters"]["reference.prefix"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.3"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in.3"];
                /** @description `lastName` is this, in any case. */
                lastName?: components["parameters"]["lastName"];
                /** @description `lastName` starts with this, in any case. */
                "lastName[prefix]"?: components["parameters"]["lastName.prefix"];
                /** @description `dateOfBirth` is this. */
                dateOfBirth?: components["parameters"]["dateOfBirth"];
                /** @description `dateOfBirth` is this or greater. */
                "dateOfBirth[gte]"?: components["parameters"]["dateOfBirth.gte"];
                /** @description `dateOfBirth` is this or less. */
                "dateOfBirth[lte]"?: components["parameters"]["dateOfBirth.lte"];
                /** @description `email` is this, in any case. */
                email?: components["parameters"]["email"];
                /** @description `adviserId` is this. */
                adviserId?: components["parameters"]["adviserId"];
                /** @description `adviserId` is one of these. */
                "adviserId[in]"?: components["parameters"]["adviserId.in"];
                /** @description `postcode` is this, in any case. */
                postcode?: components["parameters"]["postcode"];
                /** @description `postcode` starts with this, in any case. */
                "postcode[prefix]"?: components["parameters"]["postcode.prefix"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.6"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportContactCompanies: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `name` is this, in any case. */
                name?: components["parameters"]["name"];
                /** @description `name` starts with this, in any case. */
                "name[prefix]"?: components["parameters"]["name.prefix"];
                /** @description `kind` is this, in any case. */
                kind?: components["parameters"]["kind"];
                /** @description `kind` is one of these, in any case. */
                "kind[in]"?: components["parameters"]["kind.in"];
                /** @description `providerId` is this. */
                providerId?: components["parameters"]["providerId"];
                /** @description `providerId` is one of these. */
                "providerId[in]"?: components["parameters"]["providerId.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.7"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportContactIndividuals: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `lastName` is this, in any case. */
                lastName?: components["parameters"]["lastName"];
                /** @description `lastName` starts with this, in any case. */
                "lastName[prefix]"?: components["parameters"]["lastName.prefix"];
                /** @description `email` is this, in any case. */
                email?: components["parameters"]["email"];
                /** @description `companyId` is this. */
                companyId?: components["parameters"]["companyId"];
                /** @description `companyId` is one of these. */
                "companyId[in]"?: components["parameters"]["companyId.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.8"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportDocuments: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `clientId` is this. */
                clientId?: components["parameters"]["clientId"];
                /** @description `clientId` is one of these. */
                "clientId[in]"?: components["parameters"]["clientId.in"];
                /** @description `caseId` is this. */
                caseId?: components["parameters"]["caseId"];
                /** @description `caseId` is one of these. */
                "caseId[in]"?: components["parameters"]["caseId.in"];
                /** @description `category` is this, in any case. */
                category?: components["parameters"]["category"];
                /** @description `category` is one of these, in any case. */
                "category[in]"?: components["parameters"]["category.in"];
                /** @description `retainUntil` is this or greater. */
                "retainUntil[gte]"?: components["parameters"]["retainUntil.gte"];
                /** @description `retainUntil` is this or less. */
                "retainUntil[lte]"?: components["parameters"]["retainUntil.lte"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.9"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportGroups: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `name` is this, in any case. */
                name?: components["parameters"]["name"];
                /** @description `name` starts with this, in any case. */
                "name[prefix]"?: components["parameters"]["name.prefix"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.10"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportUsers: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `email` is this, in any case. */
                email?: components["parameters"]["email"];
                /** @description `email` starts with this, in any case. */
                "email[prefix]"?: components["parameters"]["email.prefix"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.4"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in.4"];
                /** @description `subject` is this. */
                subject?: components["parameters"]["subject"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.11"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `endpointId` is this. */
                endpointId?: components["parameters"]["endpointId"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.5"];
                /** @description `messageId` is this. */
                messageId?: components["parameters"]["messageId"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.12"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    exportWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.6"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.4"];
                /** @description Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON. */
                format?: components["parameters"]["format"];
                /** @description Id of the row to continue after, in the order of `createdAt`. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.12"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `name` is this, in any case. */
                name?: components["parameters"]["name"];
                /** @description `name` starts with this, in any case. */
                "name[prefix]"?: components["parameters"]["name.prefix"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.10"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "name" | "description" | "permissions")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupsBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.4"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceGroup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.13"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.7"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.6"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchGroup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["GroupsPatch"];
                "application/json": components["schemas"]["GroupsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.13"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.7"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    importRows: {
        parameters: {
            query?: {
                /** @description Whether lines may update existing rows. */
                mode?: "create" | "upsert";
                /** @description With `mode=upsert`: the field that identifies rows, `id` or a unique field. */
                key?: string;
                /** @description Whether a line that cannot be written skips its whole chunk or only itself. */
                onInvalid?: "skip-chunk" | "skip-line";
                /** @description Only report what would happen. Does not need an `Idempotency-Key`. */
                dryRun?: boolean;
                /** @description Form of the dates in a CSV: `dmy` for 31/03/2026. ISO dates are accepted too. */
                dates?: "iso" | "dmy";
                /** @description What separates the cells of a CSV. */
                delimiter?: "," | ";" | "tab";
                /** @description Encoding of a CSV. Default: the `charset` of its media type, or UTF-8. */
                encoding?: "utf-8" | "windows-1252";
            };
            header?: {
                /**
                 * @description Makes it safe to repeat the request: within 24 hours the same key gets the same response.
                 * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /**
                 * @description Name of the collection, as in its own path.
                 * @example clients
                 */
                collection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {"reference":"HV-00042","lastName":"Holloway"} */
                "application/x-ndjson": string;
                /**
                 * @example reference,lastName
                 *     HV-00042,Holloway
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description The outcome of each line, and a summary. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "line": 1,
                     *       "status": "created",
                     *       "id": "cli-01kdw5h80c0000000000000001"
                     *     }
                     */
                    "application/x-ndjson": components["schemas"]["ImportLine"];
                };
            };
            /** @description `idempotency-key-missing`, `invalid-header`, `invalid-query`, `malformed-body`. */
            400: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:idempotency-key-missing" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:invalid-query" | "urn:freehold:problem:malformed-body";
                    };
                };
            };
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            /** @description `account-not-found`, `route-not-found`. */
            404: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:account-not-found" | "urn:freehold:problem:route-not-found";
                    };
                };
            };
            409: components["responses"]["409"];
            415: components["responses"]["415"];
            422: components["responses"]["422.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller’s own user, groups and permissions. `permissions` has every effective permission, `collections` the same by collection, with the fields that the caller does not see. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
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
                     *       "groups": [
                     *         {
                     *           "id": "grp-01kdvdna000000000000000003",
                     *           "name": "Caseworkers"
                     *         }
                     *       ],
                     *       "permissions": [
                     *         "clients:read",
                     *         "clients:write"
                     *       ],
                     *       "collections": {
                     *         "clients": {
                     *           "verbs": [
                     *             "read",
                     *             "write"
                     *           ],
                     *           "hiddenFields": [
                     *             "nationalInsuranceNumber",
                     *             "vulnerabilityNote"
                     *           ]
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        user: components["schemas"]["UsersRow"];
                        groups: {
                            id: string;
                            name: string;
                        }[];
                        permissions: string[];
                        collections: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies; version 0 until they are first set. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "documents": [
                     *         {
                     *           "category": "identity",
                     *           "keepMonths": 72
                     *         }
                     *       ],
                     *       "cases": [
                     *         {
                     *           "type": "pension transfer",
                     *           "keepMonths": 84
                     *         }
                     *       ],
                     *       "clients": [
                     *         {
                     *           "status": "archived",
                     *           "keepMonths": 84
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Retention"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    setRetention: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "documents": [
                 *         {
                 *           "category": "identity",
                 *           "keepMonths": 72
                 *         }
                 *       ],
                 *       "cases": [
                 *         {
                 *           "type": "pension transfer",
                 *           "keepMonths": 84
                 *         }
                 *       ],
                 *       "clients": [
                 *         {
                 *           "status": "archived",
                 *           "keepMonths": 84
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Must not name a category twice.
                     * @default []
                     */
                    documents?: {
                        category: string;
                        keepMonths: number;
                    }[];
                    /**
                     * @description Must not name a type twice.
                     * @default []
                     */
                    cases?: {
                        type: string;
                        keepMonths: number;
                    }[];
                    /**
                     * @description Must not name a status twice.
                     * @default []
                     */
                    clients?: {
                        /** @enum {string} */
                        status: "dormant" | "archived";
                        keepMonths: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The new policies. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "documents": [
                     *         {
                     *           "category": "identity",
                     *           "keepMonths": 72
                     *         }
                     *       ],
                     *       "cases": [
                     *         {
                     *           "type": "pension transfer",
                     *           "keepMonths": 84
                     *         }
                     *       ],
                     *       "clients": [
                     *         {
                     *           "status": "archived",
                     *           "keepMonths": 84
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    runRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dryRun": true
                 *     }
                 */
                "application/json": {
                    dryRun: boolean;
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description The rows that are due, and the rows that were erased. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "due": [
                     *         {
                     *           "collection": "documents",
                     *           "id": "doc-01kdw5h80c0000000000000001",
                     *           "held": false
                     *         }
                     *       ],
                     *       "erased": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RetentionRun"];
                };
            };
            /** @description `invalid-cursor`, `invalid-header`, `malformed-body`. */
            400: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:invalid-cursor" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                    };
                };
            };
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    search: {
        parameters: {
            query: {
                /**
                 * @description Up to eight words.
                 * @example margaret hollo
                 */
                q: string;
                /** @description Collections to search. Default: all that you may read. */
                types?: ("clients" | "cases" | "documents" | "contact-companies" | "contact-individuals")[];
                /** @description Rows of one page. */
                limit?: number;
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["cursor.2"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of results. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "collection": "clients",
                     *           "id": "cli-01kdw5h80c0000000000000001",
                     *           "title": "Margaret Holloway",
                     *           "score": 7.31,
                     *           "matches": [
                     *             {
                     *               "pointer": "#/firstName",
                     *               "text": "Margaret",
                     *               "ranges": [
                     *                 {
                     *                   "start": 0,
                     *                   "end": 8
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "pointer": "#/lastName",
                     *               "text": "Holloway",
                     *               "ranges": [
                     *                 {
                     *                   "start": 0,
                     *                   "end": 8
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "counts": {
                     *         "clients": 1,
                     *         "cases": 0
                     *       },
                     *       "isTruncated": false,
                     *       "isIndexComplete": true,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    rebuildSearchIndex: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the index. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "isComplete": true
                     *     }
                     */
                    "application/json": components["schemas"]["SearchRebuild"];
                };
            };
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `email` is this, in any case. */
                email?: components["parameters"]["email"];
                /** @description `email` starts with this, in any case. */
                "email[prefix]"?: components["parameters"]["email.prefix"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.4"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in.4"];
                /** @description `subject` is this. */
                subject?: components["parameters"]["subject"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.11"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "email" | "name" | "status" | "groupIds" | "locale" | "subject" | "lastSeenAt")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersBody"];
            };
        };
        responses: {
            /** @description The new row. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    location: components["headers"]["location"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            /** @description `duplicate`, `idempotency-in-flight`, `plan-limit-reached`. */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:duplicate" | "urn:freehold:problem:idempotency-in-flight" | "urn:freehold:problem:plan-limit-reached";
                    };
                };
            };
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersBody"];
            };
        };
        responses: {
            200: components["responses"]["200.14"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.9"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.6"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UsersPatch"];
                "application/json": components["schemas"]["UsersPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.14"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.9"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `endpointId` is this. */
                endpointId?: components["parameters"]["endpointId"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.5"];
                /** @description `messageId` is this. */
                messageId?: components["parameters"]["messageId"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.12"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "endpointId" | "messageId" | "eventType" | "occurredAt" | "data" | "rowId" | "position" | "status" | "attempts" | "nextAttemptAt" | "expiresAt" | "lastAttemptAt" | "lastStatusCode" | "lastError" | "deliveredAt" | "replays")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.15"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveriesRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `updatedAt` is this or greater. */
                "updatedAt[gte]"?: components["parameters"]["updatedAt.gte"];
                /** @description `updatedAt` is this or less. */
                "updatedAt[lte]"?: components["parameters"]["updatedAt.lte"];
                /** @description `status` is this. */
                status?: components["parameters"]["status.6"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort.4"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "accountId" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "url" | "description" | "eventTypes" | "status" | "disabledReason" | "disabledAt")[];
                /** @description Whether to count the rows on all pages. */
                count?: components["parameters"]["count"];
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKeyOptional"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointsBody"];
            };
        };
        responses: {
            /** @description The endpoint, with its secret. */
            201: {
                headers: {
                    location: components["headers"]["location"];
                    etag: components["headers"]["etag"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe-01kdw5h80c0000000000000009",
                     *       "version": 1,
                     *       "accountId": "acc-01kdw5h80c0000000000000000",
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "url": "https://crm.harbourvale.example/hooks/freehold",
                     *       "description": "Keeps the mailing list up to date",
                     *       "eventTypes": [
                     *         "clients.*",
                     *         "cases.created"
                     *       ],
                     *       "status": "enabled",
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointsRow"] & {
                        /** @description Signs the messages, by Standard Webhooks. Shown only in this response: keep it. */
                        secret?: string;
                    };
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            /** @description `idempotency-in-flight`, `plan-limit-reached`. */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after.optional"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark.optional"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy.optional"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:freehold:problem:idempotency-in-flight" | "urn:freehold:problem:plan-limit-reached";
                    };
                };
            };
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tag that the caller has; 304 if it is still current. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceWebhookEndpoint: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointsBody"];
            };
        };
        responses: {
            200: components["responses"]["200.16"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchWebhookEndpoint: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Entity tag of the version to change, or `*` for any version.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["WebhookEndpointsPatch"];
                "application/json": components["schemas"]["WebhookEndpointsPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.16"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listDeliveriesOfWebhookEndpoint: {
        parameters: {
            query?: {
                /** @description Status of the deliveries. */
                status?: "pending" | "delivered" | "failed";
                /** @description Made at this instant or later. */
                "createdAt[gte]"?: string;
                /** @description Made at this instant or earlier. */
                "createdAt[lte]"?: string;
                /** @description Order of the deliveries; a leading minus reverses it. */
                sort?: "createdAt" | "-createdAt";
                /** @description Deliveries on one page. */
                limit?: number;
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Fields to show in addition to `id` and `version`, separated by commas. */
                fields?: string;
            };
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
                Prefer?: components["parameters"]["prefer"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200.15"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
                /** @description Id of the row. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["202"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replayWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-03-31T09:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description An instant such as 2026-03-31T09:30:00.000Z.
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description The endpoint; the deliveries follow. */
            202: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe-01kdw5h80c0000000000000009",
                     *       "version": 1,
                     *       "accountId": "acc-01kdw5h80c0000000000000000",
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "url": "https://crm.harbourvale.example/hooks/freehold",
                     *       "description": "Keeps the mailing list up to date",
                     *       "eventTypes": [
                     *         "clients.*",
                     *         "cases.created"
                     *       ],
                     *       "status": "enabled"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointsRow"];
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 48
                 *     }
                 */
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description The endpoint, with its new secret. */
            201: {
                headers: {
                    etag: components["headers"]["etag"];
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe-01kdw5h80c0000000000000009",
                     *       "version": 1,
                     *       "accountId": "acc-01kdw5h80c0000000000000000",
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "url": "https://crm.harbourvale.example/hooks/freehold",
                     *       "description": "Keeps the mailing list up to date",
                     *       "eventTypes": [
                     *         "clients.*",
                     *         "cases.created"
                     *       ],
                     *       "status": "enabled",
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                     *       "previousSecretExpiresAt": "2026-04-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointsRow"] & {
                        /** @description Signs the messages, by Standard Webhooks. Shown only in this response: keep it. */
                        secret: string;
                        /** Format: date-time */
                        previousSecretExpiresAt: string;
                    };
                };
            };
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.4"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
                "x-d1-bookmark"?: components["parameters"]["bookmark"];
                /** @description W3C trace context of the request; quote it when you report a failure. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Id of the row. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["202"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404.2"];
            409: components["responses"]["409.3"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
}

/** Paths whose POST takes an `Idempotency-Key`. */
export const idempotentPosts: readonly string[] = [
  '/v1/case-tasks',
  '/v1/cases',
  '/v1/client-dependant-clients',
  '/v1/client-dependants',
  '/v1/clients',
  '/v1/clients/{id}/erasure',
  '/v1/contact-companies',
  '/v1/contact-individuals',
  '/v1/documents',
  '/v1/groups',
  '/v1/imports/{collection}',
  '/v1/users',
  '/v1/webhook-endpoints',
];
