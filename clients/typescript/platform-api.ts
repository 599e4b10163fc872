// Written by `npm run docs` from the OpenAPI document of the platform API.

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
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description The accounts that you signed up; all of them for an operator.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Sign a firm up
         * @description Creates an account with its own database, Worker and bucket. You become its first administrator, so your token must have a verified e-mail address. Watch the operation: once it has succeeded, the API of the account is available at its `url`.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the operations on an account */
        get: operations["listOperationsOfAccount"];
        put?: never;
        /**
         * Start an operation on an account
         * @description The kind decides what is done:
         *
         *     - `provision`: Sets the account up: database, bucket, Worker and registration.
         *     - `upgrade`: Deploys a release. Reverses a failed offboarding while the account is registered.
         *     - `refresh`: Reads the account's resources from Cloudflare into its stack.
         *     - `suspend`: Stops serving the account. Its data is kept.
         *     - `resume`: Serves a suspended account again.
         *     - `offboard`: Deletes all resources and data of the account permanently.
         *
         *     Refused (409) when the status of the account does not allow it, and while an operation of the same kind or an offboarding is running. `Location` then names that operation.
         *
         *     For operators only.
         */
        post: operations["startOperation"];
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
         *     - by `rowId` and any of `action`: `createdAt` (or a range of it)
         *
         *     For operators only.
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
    "/v1/audit-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an audit event
         * @description For operators only.
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
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operations
         * @description The operations on all accounts.
         *
         *     For operators only.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an operation */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch an operation
         * @description Server-sent events named `operation`: the operation as it is now and after each change, until it has ended. If the stream ends earlier, reconnect with `Last-Event-ID`, as `EventSource` does by itself.
         */
        get: operations["watchOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List providers
         * @description Filters and sorts can be combined as follows; other combinations are refused.
         *
         *     - without a filter: `createdAt` (or a range of it), `updatedAt` (or a range of it), `name` (or a range of it)
         *     - by `name`: `createdAt` (or a range of it)
         *     - by `status`: `createdAt` (or a range of it), `name` (or a range of it)
         *     - by `status` and `name`: `createdAt` (or a range of it)
         *     - by `regulatorReference`: `createdAt` (or a range of it)
         */
        get: operations["listProviders"];
        put?: never;
        /**
         * Create a provider
         * @description For operators only.
         */
        post: operations["createProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a provider */
        get: operations["getProvider"];
        /**
         * Replace a provider
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     For operators only.
         */
        put: operations["replaceProvider"];
        post?: never;
        /**
         * Delete a provider
         * @description For operators only.
         */
        delete: operations["deleteProvider"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a provider
         * @description A JSON merge patch (RFC 7396).
         *
         *     For operators only.
         */
        patch: operations["patchProvider"];
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List releases
         * @description For operators only.
         */
        get: operations["listReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a release
         * @description For operators only.
         */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         *     For operators only.
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
         * @description For operators only.
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
         *     For operators only.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description The address receives a `POST` for every event of these types from now on: `account.provisioned`, `account.failed`, `account.suspended`, `account.resumed`, `account.upgraded`, `account.offboarded`, `release.created`. The body is `{ type, timestamp, data }` with ids, the status of the account and names of releases, and no personal data. The headers `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks. Messages about one account are sent in order; any of them may be sent twice, with the same `webhook-id`. Respond with 2xx within ten seconds. A create that is repeated with its `Idempotency-Key` does not show the secret again.
         *
         *     For operators only.
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
         * @description For operators only.
         */
        get: operations["getWebhookEndpoint"];
        /**
         * Replace a webhook endpoint
         * @description Fields that are omitted are removed or reset to their default.
         *
         *     For operators only.
         */
        put: operations["replaceWebhookEndpoint"];
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description For operators only.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change some fields of a webhook endpoint
         * @description A JSON merge patch (RFC 7396).
         *
         *     For operators only.
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
         *     For operators only.
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
         *     For operators only.
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
         *     For operators only.
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
         *     For operators only.
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
         *     For operators only.
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
        Accepted: {
            account: components["schemas"]["AccountsRow"];
            operation: components["schemas"]["OperationsRow"];
        };
        /**
         * @description A firm: its name, its status, and where its Worker and data are.
         * @example {
         *       "name": "Harbour & Vale",
         *       "slug": "harbour-vale",
         *       "plan": "standard",
         *       "region": "eu"
         *     }
         */
        AccountsBody: {
            name: string;
            /** @description Have only a to z, 0 to 9 and hyphens, and neither start nor end with a hyphen. */
            slug: string;
            /**
             * @default standard
             * @enum {string}
             */
            plan?: "standard" | "plus";
            /**
             * @default eu
             * @enum {string}
             */
            region?: "eu";
        };
        AccountsFields: {
            id: string;
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
            /** @description Have only a to z, 0 to 9 and hyphens, and neither start nor end with a hyphen. */
            slug?: string;
            /** @enum {string} */
            plan?: "standard" | "plus";
            /** @enum {string} */
            region?: "eu";
            /** @enum {string} */
            status?: "provisioning" | "active" | "suspended" | "failed" | "offboarding" | "offboarded";
            statusReason?: string;
            /** @enum {string} */
            placement?: "script";
            routingEpoch?: number;
            /**
             * Format: uri
             * @description An https:// address.
             */
            workerUrl?: string;
            scriptName?: string;
            databaseId?: string;
            bucketName?: string;
            release?: string;
            /** Format: uri */
            url?: string;
            host?: string;
        };
        AccountsPage: {
            items: (components["schemas"]["AccountsRow"] | components["schemas"]["AccountsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /**
         * @description A firm: its name, its status, and where its Worker and data are.
         * @example {
         *       "id": "acc-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "name": "Harbour & Vale",
         *       "slug": "harbour-vale",
         *       "plan": "standard",
         *       "region": "eu",
         *       "status": "active",
         *       "placement": "script",
         *       "routingEpoch": 1,
         *       "workerUrl": "https://acc-01kdw5h80c0000000000000009.freehold-accounts.example",
         *       "scriptName": "fh-acc-01kdw5h80c0000000000000009",
         *       "databaseId": "5f0c9f9e-3d5a-4a3f-9a0b-2f6f4a1f2b7c",
         *       "bucketName": "fh-acc-01kdw5h80c0000000000000009",
         *       "release": "0123456789abcdef",
         *       "url": "https://freehold.example/a/harbour-vale",
         *       "host": "harbour-vale.freehold.example"
         *     }
         */
        AccountsRow: {
            id: string;
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
            /** @description Have only a to z, 0 to 9 and hyphens, and neither start nor end with a hyphen. */
            slug: string;
            /** @enum {string} */
            plan: "standard" | "plus";
            /** @enum {string} */
            region: "eu";
            /** @enum {string} */
            status: "provisioning" | "active" | "suspended" | "failed" | "offboarding" | "offboarded";
            statusReason?: string;
            /** @enum {string} */
            placement: "script";
            routingEpoch: number;
            /**
             * Format: uri
             * @description An https:// address.
             */
            workerUrl?: string;
            scriptName?: string;
            databaseId?: string;
            bucketName?: string;
            release?: string;
            /** Format: uri */
            url: string;
            host: string;
        };
        AuditEventsFields: {
            id: string;
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
            action?: "create" | "update" | "delete" | "operate" | "sign-up" | "rotate" | "replay" | "test" | "disable";
            collection?: string;
            rowId?: string;
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
         * @description What operators and the factory did, and when; events cannot be changed.
         * @example {
         *       "id": "aud-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "actorId": "operator-1",
         *       "action": "operate",
         *       "collection": "accounts",
         *       "rowId": "acc-01kdw5h80c0000000000000005",
         *       "after": "2222222222222222222222222222222222222222222222222222222222222222"
         *     }
         */
        AuditEventsRow: {
            id: string;
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
            action: "create" | "update" | "delete" | "operate" | "sign-up" | "rotate" | "replay" | "test" | "disable";
            collection: string;
            rowId: string;
            /** @description A sha256 in hex. */
            before?: string;
            /** @description A sha256 in hex. */
            after?: string;
            rowVersion?: number;
            changedFields?: string[];
            requestId?: string;
        };
        ContactChannelEmail: {
            /** @constant */
            kind: "email";
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            value: string;
            purpose?: string;
        };
        ContactChannelEmailFields: {
            /** @constant */
            kind: "email";
            /**
             * Format: idn-email
             * @description An e-mail address.
             */
            value: string;
            purpose?: string;
        };
        ContactChannelPhone: {
            /** @constant */
            kind: "phone";
            /** @description A telephone number such as +44 20 7946 0958: digits, spaces, brackets and hyphens. */
            value: string;
            purpose?: string;
        };
        ContactChannelPhoneFields: {
            /** @constant */
            kind: "phone";
            /** @description A telephone number such as +44 20 7946 0958: digits, spaces, brackets and hyphens. */
            value: string;
            purpose?: string;
        };
        ContactChannelPost: {
            /** @constant */
            kind: "post";
            value: string;
            purpose?: string;
        };
        ContactChannelPostFields: {
            /** @constant */
            kind: "post";
            value: string;
            purpose?: string;
        };
        ContactChannelWeb: {
            /** @constant */
            kind: "web";
            /**
             * Format: uri
             * @description An https:// address.
             */
            value: string;
            purpose?: string;
        };
        ContactChannelWebFields: {
            /** @constant */
            kind: "web";
            /**
             * Format: uri
             * @description An https:// address.
             */
            value: string;
            purpose?: string;
        };
        Data: {
            id: string;
            collection: string;
            version?: number;
            /** @enum {string} */
            status?: "provisioning" | "active" | "suspended" | "failed" | "offboarding" | "offboarded";
            release?: string;
            previousRelease?: string;
        };
        Health: {
            /** @constant */
            status: "ok";
            release: string;
        };
        OperationsFields: {
            id: string;
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
            /** @enum {string} */
            kind?: "provision" | "upgrade" | "refresh" | "suspend" | "resume" | "offboard";
            /** @description An id that starts with acc-. */
            accountId?: string;
            /** @enum {string} */
            status?: "queued" | "running" | "succeeded" | "failed" | "stalled";
            steps?: components["schemas"]["Step"][];
            apiCalls?: number;
            reason?: string;
            revision?: number;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            dispatchedAt?: string;
        };
        OperationsPage: {
            items: (components["schemas"]["OperationsRow"] | components["schemas"]["OperationsFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /**
         * @description An operation of the factory on one account, step by step.
         * @example {
         *       "id": "op-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "kind": "provision",
         *       "accountId": "acc-01kdw5h80c0000000000000005",
         *       "status": "succeeded",
         *       "steps": [
         *         {
         *           "name": "database",
         *           "status": "succeeded",
         *           "startedAt": "2026-01-01T09:30:00.100Z",
         *           "endedAt": "2026-01-01T09:30:00.400Z",
         *           "detail": "created"
         *         }
         *       ],
         *       "apiCalls": 6,
         *       "revision": 9,
         *       "dispatchedAt": "2026-01-01T09:30:00.050Z"
         *     }
         */
        OperationsRow: {
            id: string;
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
            /** @enum {string} */
            kind: "provision" | "upgrade" | "refresh" | "suspend" | "resume" | "offboard";
            /** @description An id that starts with acc-. */
            accountId: string;
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed" | "stalled";
            steps: components["schemas"]["Step"][];
            apiCalls: number;
            reason?: string;
            revision: number;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            dispatchedAt?: string;
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
        /**
         * @description A business in the marketplace that firms place work with.
         * @example {
         *       "name": "Northgate Life",
         *       "categories": [
         *         "insurer",
         *         "pension"
         *       ],
         *       "regulatorReference": "999001",
         *       "contactChannels": [
         *         {
         *           "kind": "email",
         *           "value": "advisers@northgate.example",
         *           "purpose": "New business"
         *         }
         *       ],
         *       "status": "active",
         *       "countries": [
         *         "GB"
         *       ]
         *     }
         */
        ProvidersBody: {
            name: string;
            /**
             * @description Must not contain duplicates.
             * @default []
             */
            categories?: ("insurer" | "pension" | "investment" | "platform" | "mortgage" | "care" | "other")[];
            regulatorReference?: string;
            /** @default [] */
            contactChannels?: (components["schemas"]["ContactChannelEmail"] | components["schemas"]["ContactChannelPhone"] | components["schemas"]["ContactChannelWeb"] | components["schemas"]["ContactChannelPost"])[];
            /**
             * @default active
             * @enum {string}
             */
            status?: "active" | "suspended" | "withdrawn";
            /**
             * @description Must not contain duplicates.
             * @default [
             *       "GB"
             *     ]
             */
            countries?: string[];
        };
        ProvidersFields: {
            id: string;
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
            /** @description Must not contain duplicates. */
            categories?: ("insurer" | "pension" | "investment" | "platform" | "mortgage" | "care" | "other")[];
            regulatorReference?: string;
            contactChannels?: (components["schemas"]["ContactChannelEmailFields"] | components["schemas"]["ContactChannelPhoneFields"] | components["schemas"]["ContactChannelWebFields"] | components["schemas"]["ContactChannelPostFields"])[];
            /** @enum {string} */
            status?: "active" | "suspended" | "withdrawn";
            /** @description Must not contain duplicates. */
            countries?: string[];
        };
        ProvidersPage: {
            items: (components["schemas"]["ProvidersRow"] | components["schemas"]["ProvidersFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /** @description The fields to change; null removes a field or resets it to its default. */
        ProvidersPatch: {
            name?: string;
            categories?: ("insurer" | "pension" | "investment" | "platform" | "mortgage" | "care" | "other")[] | null;
            regulatorReference?: string | null;
            contactChannels?: (components["schemas"]["ContactChannelEmail"] | components["schemas"]["ContactChannelPhone"] | components["schemas"]["ContactChannelWeb"] | components["schemas"]["ContactChannelPost"])[] | null;
            status?: ("active" | "suspended" | "withdrawn") | null;
            countries?: string[] | null;
        };
        /**
         * @description A business in the marketplace that firms place work with.
         * @example {
         *       "id": "prv-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "name": "Northgate Life",
         *       "categories": [
         *         "insurer",
         *         "pension"
         *       ],
         *       "regulatorReference": "999001",
         *       "contactChannels": [
         *         {
         *           "kind": "email",
         *           "value": "advisers@northgate.example",
         *           "purpose": "New business"
         *         }
         *       ],
         *       "status": "active",
         *       "countries": [
         *         "GB"
         *       ]
         *     }
         */
        ProvidersRow: {
            id: string;
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
            /** @description Must not contain duplicates. */
            categories: ("insurer" | "pension" | "investment" | "platform" | "mortgage" | "care" | "other")[];
            regulatorReference?: string;
            contactChannels: (components["schemas"]["ContactChannelEmailFields"] | components["schemas"]["ContactChannelPhoneFields"] | components["schemas"]["ContactChannelWebFields"] | components["schemas"]["ContactChannelPostFields"])[];
            /** @enum {string} */
            status: "active" | "suspended" | "withdrawn";
            /** @description Must not contain duplicates. */
            countries: string[];
        };
        ReleasesFields: {
            id: string;
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
            /** @description The first 16 hex digits of a sha256. */
            name?: string;
            /** @description A sha256 in hex. */
            accountBundleSha256?: string;
            /** @description A sha256 in hex. */
            platformBundleSha256?: string;
            accountMigration?: string;
            platformMigration?: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            madeAt?: string;
            note?: string;
        };
        ReleasesPage: {
            items: (components["schemas"]["ReleasesRow"] | components["schemas"]["ReleasesFields"])[];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            nextCursor: string | null;
            count?: components["schemas"]["RowCount"];
        };
        /**
         * @description A version of both Workers and the migrations they need.
         * @example {
         *       "id": "rel-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "name": "0123456789abcdef",
         *       "accountBundleSha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         *       "platformBundleSha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
         *       "accountMigration": "0012_keep_standing",
         *       "platformMigration": "0004_serve_releases_and_webhooks",
         *       "madeAt": "2026-03-31T09:30:00.000Z",
         *       "note": "Search by postcode."
         *     }
         */
        ReleasesRow: {
            id: string;
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
            /** @description The first 16 hex digits of a sha256. */
            name: string;
            /** @description A sha256 in hex. */
            accountBundleSha256: string;
            /** @description A sha256 in hex. */
            platformBundleSha256: string;
            accountMigration: string;
            platformMigration: string;
            /**
             * Format: date-time
             * @description An instant such as 2026-03-31T09:30:00.000Z.
             */
            madeAt: string;
            note?: string;
        };
        /** @description The number of rows on all pages; with `count=exact`. */
        RowCount: {
            rows: number;
            /** @description False when there are more than 10000. */
            isExact: boolean;
        };
        Step: {
            name: string;
            /** @enum {string} */
            status: "pending" | "running" | "succeeded" | "failed" | "unchanged";
            startedAt: string | null;
            endedAt: string | null;
            detail?: string;
        };
        WebhookDeliveriesFields: {
            id: string;
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
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "endpointId": "whe-01kdw5h80c0000000000000001",
         *       "messageId": "evt-4f1c0a9e2b7d6358c1e0f49a72",
         *       "eventType": "account.upgraded",
         *       "occurredAt": "2026-03-31T09:30:00.000Z",
         *       "data": {
         *         "id": "acc-01kdw5h80c0000000000000001",
         *         "collection": "accounts",
         *         "version": 7,
         *         "status": "active",
         *         "release": "0123456789abcdef",
         *         "previousRelease": "fedcba9876543210"
         *       },
         *       "rowId": "acc-01kdw5h80c0000000000000001",
         *       "position": 1204,
         *       "status": "delivered",
         *       "attempts": 1,
         *       "expiresAt": "2026-04-03T21:30:00.000Z",
         *       "lastAttemptAt": "2026-03-31T09:30:30.000Z",
         *       "lastStatusCode": 204,
         *       "deliveredAt": "2026-03-31T09:30:30.000Z"
         *     }
         */
        WebhookDeliveriesRow: {
            id: string;
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
         * @description An address that receives events about accounts and releases.
         * @example {
         *       "url": "https://crm.operator.example/hooks/freehold",
         *       "description": "Billing",
         *       "eventTypes": [
         *         "account.provisioned",
         *         "account.offboarded"
         *       ],
         *       "status": "enabled"
         *     }
         */
        WebhookEndpointsBody: {
            /** @description An https:// address without a name, password or fragment. */
            url: string;
            description?: string;
            /** @description Must not contain duplicates. */
            eventTypes: ("account.provisioned" | "account.failed" | "account.suspended" | "account.resumed" | "account.upgraded" | "account.offboarded" | "release.created" | "account.*" | "release.*" | "*")[];
            /**
             * @default enabled
             * @enum {string}
             */
            status?: "enabled" | "disabled";
        };
        WebhookEndpointsFields: {
            id: string;
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
            eventTypes?: ("account.provisioned" | "account.failed" | "account.suspended" | "account.resumed" | "account.upgraded" | "account.offboarded" | "release.created" | "account.*" | "release.*" | "*")[];
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
            eventTypes?: ("account.provisioned" | "account.failed" | "account.suspended" | "account.resumed" | "account.upgraded" | "account.offboarded" | "release.created" | "account.*" | "release.*" | "*")[];
            status?: ("enabled" | "disabled") | null;
        };
        /**
         * @description An address that receives events about accounts and releases.
         * @example {
         *       "id": "whe-01kdw5h80c0000000000000009",
         *       "version": 1,
         *       "createdAt": "2026-01-01T09:30:00.000Z",
         *       "createdBy": "usr-01kdw5h80c0000000000000004",
         *       "updatedAt": "2026-01-01T09:30:00.000Z",
         *       "updatedBy": "usr-01kdw5h80c0000000000000004",
         *       "url": "https://crm.operator.example/hooks/freehold",
         *       "description": "Billing",
         *       "eventTypes": [
         *         "account.provisioned",
         *         "account.offboarded"
         *       ],
         *       "status": "enabled"
         *     }
         */
        WebhookEndpointsRow: {
            id: string;
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
            eventTypes: ("account.provisioned" | "account.failed" | "account.suspended" | "account.resumed" | "account.upgraded" | "account.offboarded" | "release.created" | "account.*" | "release.*" | "*")[];
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
                "application/json": components["schemas"]["OperationsPage"];
            };
        };
        /** @description The operation is stored and will be carried out. Watch it at `Location`. */
        202: {
            headers: {
                location: components["headers"]["location"];
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
                 *       "account": {
                 *         "id": "acc-01kdw5h80c0000000000000009",
                 *         "version": 1,
                 *         "createdAt": "2026-01-01T09:30:00.000Z",
                 *         "createdBy": "usr-01kdw5h80c0000000000000004",
                 *         "updatedAt": "2026-01-01T09:30:00.000Z",
                 *         "updatedBy": "usr-01kdw5h80c0000000000000004",
                 *         "name": "Harbour & Vale",
                 *         "slug": "harbour-vale",
                 *         "plan": "standard",
                 *         "region": "eu",
                 *         "status": "active",
                 *         "placement": "script",
                 *         "routingEpoch": 1,
                 *         "workerUrl": "https://acc-01kdw5h80c0000000000000009.freehold-accounts.example",
                 *         "scriptName": "fh-acc-01kdw5h80c0000000000000009",
                 *         "databaseId": "5f0c9f9e-3d5a-4a3f-9a0b-2f6f4a1f2b7c",
                 *         "bucketName": "fh-acc-01kdw5h80c0000000000000009",
                 *         "release": "0123456789abcdef",
                 *         "url": "https://freehold.example/a/harbour-vale",
                 *         "host": "harbour-vale.freehold.example"
                 *       },
                 *       "operation": {
                 *         "id": "op-01kdw5h80c0000000000000009",
                 *         "version": 1,
                 *         "createdAt": "2026-01-01T09:30:00.000Z",
                 *         "createdBy": "usr-01kdw5h80c0000000000000004",
                 *         "updatedAt": "2026-01-01T09:30:00.000Z",
                 *         "updatedBy": "usr-01kdw5h80c0000000000000004",
                 *         "kind": "provision",
                 *         "accountId": "acc-01kdw5h80c0000000000000005",
                 *         "status": "succeeded",
                 *         "steps": [
                 *           {
                 *             "name": "database",
                 *             "status": "succeeded",
                 *             "startedAt": "2026-01-01T09:30:00.100Z",
                 *             "endedAt": "2026-01-01T09:30:00.400Z",
                 *             "detail": "created"
                 *           }
                 *         ],
                 *         "apiCalls": 6,
                 *         "revision": 9,
                 *         "dispatchedAt": "2026-01-01T09:30:00.050Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Accepted"];
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
        /** @description `forbidden`. */
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
                    type?: "urn:freehold:problem:forbidden";
                };
            };
        };
        /** @description `not-found`. */
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
                    type?: "urn:freehold:problem:not-found";
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
        /** @description `idempotency-key-reused`, `invalid-body`. */
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
                    type?: "urn:freehold:problem:idempotency-key-reused" | "urn:freehold:problem:invalid-body";
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
        /** @description `interrupted`, `issuer-unavailable`, `overloaded`. */
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
                    type?: "urn:freehold:problem:interrupted" | "urn:freehold:problem:issuer-unavailable" | "urn:freehold:problem:overloaded";
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
                "application/json": components["schemas"]["ProvidersRow"];
            };
        };
        /** @description One page. */
        200.3: {
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
                "application/json": components["schemas"]["WebhookEndpointsRow"];
            };
        };
        /** @description The delivery; it is sent within a minute, and retried until it arrives or is abandoned. */
        202.2: {
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
                 *       "createdAt": "2026-01-01T09:30:00.000Z",
                 *       "createdBy": "usr-01kdw5h80c0000000000000004",
                 *       "updatedAt": "2026-01-01T09:30:00.000Z",
                 *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                 *       "endpointId": "whe-01kdw5h80c0000000000000001",
                 *       "messageId": "evt-4f1c0a9e2b7d6358c1e0f49a72",
                 *       "eventType": "account.upgraded",
                 *       "occurredAt": "2026-03-31T09:30:00.000Z",
                 *       "data": {
                 *         "id": "acc-01kdw5h80c0000000000000001",
                 *         "collection": "accounts",
                 *         "version": 7,
                 *         "status": "active",
                 *         "release": "0123456789abcdef",
                 *         "previousRelease": "fedcba9876543210"
                 *       },
                 *       "rowId": "acc-01kdw5h80c0000000000000001",
                 *       "position": 1204,
                 *       "status": "delivered",
                 *       "attempts": 1,
                 *       "expiresAt": "2026-04-03T21:30:00.000Z",
                 *       "lastAttemptAt": "2026-03-31T09:30:30.000Z",
                 *       "lastStatusCode": 204,
                 *       "deliveredAt": "2026-03-31T09:30:30.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveriesRow"];
            };
        };
        /** @description `idempotency-key-missing`, `invalid-header`, `malformed-body`. */
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
                    type?: "urn:freehold:problem:idempotency-key-missing" | "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                };
            };
        };
        /** @description `invalid-header`. */
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
                    type?: "urn:freehold:problem:invalid-header";
                };
            };
        };
        /** @description `invalid-header`, `invalid-query`. */
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
                    type?: "urn:freehold:problem:invalid-header" | "urn:freehold:problem:invalid-query";
                };
            };
        };
        /** @description `invalid-header`, `malformed-body`. */
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
                    type?: "urn:freehold:problem:invalid-header" | "urn:freehold:problem:malformed-body";
                };
            };
        };
        /** @description `conflict`. */
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
                    type?: "urn:freehold:problem:conflict";
                };
            };
        };
        /** @description `invalid-body`. */
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
        /**
         * @description Id or slug of the account.
         * @example harbour-vale
         */
        account: string;
        /** @description A bookmark of an earlier response: this response then reflects at least the same state. */
        bookmark: string;
        /** @description Whether to count the rows on all pages. */
        count: "exact" | "none";
        /** @description `createdAt` is this or greater. */
        "createdAt.gte": string;
        /** @description `createdAt` is this or less. */
        "createdAt.lte": string;
        /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
        cursor: string;
        /** @description Fields to show in addition to `id` and `version`. Default: all. */
        fields: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "kind" | "accountId" | "status" | "steps" | "apiCalls" | "reason" | "revision" | "dispatchedAt")[];
        /** @description Id of the row. */
        id: string;
        /**
         * @description Makes it safe to repeat the request: within 24 hours the same key gets the same response.
         * @example 3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10
         */
        idempotencyKey: string;
        /** @description Makes it safe to repeat the request: within 24 hours the same key gets the same response. */
        idempotencyKeyOptional: string;
        /**
         * @description Entity tag of the version to change, or `*` for any version.
         * @example "3"
         */
        ifMatch: string;
        /** @description Entity tag that the caller has; 304 if it is still current. */
        ifNoneMatch: string;
        /** @description `kind` is this. */
        kind: "provision" | "upgrade" | "refresh" | "suspend" | "resume" | "offboard";
        /** @description `kind` is one of these. */
        "kind.in": ("provision" | "upgrade" | "refresh" | "suspend" | "resume" | "offboard")[];
        /** @description Maximum rows per page. */
        limit: number;
        /** @description `name` is this, in any case. */
        name: string;
        /** @description `name` starts with this, in any case. */
        "name.prefix": string;
        /** @description `consistency=strong` reads from the primary; unknown preferences are ignored. */
        prefer: "consistency=strong";
        /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
        sort: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
        /** @description `status` is this. */
        status: "queued" | "running" | "succeeded" | "failed" | "stalled";
        /** @description `status` is one of these. */
        "status.in": ("queued" | "running" | "succeeded" | "failed" | "stalled")[];
        /** @description W3C trace context of the request; quote it when you report a failure. */
        traceparent: string;
        /** @description `updatedAt` is this or greater. */
        "updatedAt.gte": string;
        /** @description `updatedAt` is this or less. */
        "updatedAt.lte": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The accepted content encodings.
         * @example gzip, deflate
         */
        "accept-encoding.optional": string;
        /**
         * @description The accepted media types.
         * @example application/json
         */
        "accept.optional": string;
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
         * @description Location of the result.
         * @example /v1/clients/cli-01kdw5h80c0000000000000001
         */
        location: string;
        /**
         * @description Location of the result.
         * @example /v1/clients/cli-01kdw5h80c0000000000000001
         */
        "location.optional": string;
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
            /** @description `interrupted`, `overloaded`. */
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
                        type?: "urn:freehold:problem:interrupted" | "urn:freehold:problem:overloaded";
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
    listAccounts: {
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
                /** @description `slug` is this. */
                slug?: string;
                /** @description `slug` starts with this. */
                "slug[prefix]"?: string;
                /** @description `status` is this. */
                status?: "provisioning" | "active" | "suspended" | "failed" | "offboarding" | "offboarded";
                /** @description `status` is one of these. */
                "status[in]"?: ("provisioning" | "active" | "suspended" | "failed" | "offboarding" | "offboarded")[];
                /** @description `name` is this, in any case. */
                name?: components["parameters"]["name"];
                /** @description `name` starts with this, in any case. */
                "name[prefix]"?: components["parameters"]["name.prefix"];
                /** @description `plan` is this. */
                plan?: "standard" | "plus";
                /** @description `release` is this. */
                release?: string;
                /** @description `createdBy` is this. */
                createdBy?: string;
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name" | "slug" | "-slug";
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "name" | "slug" | "plan" | "region" | "status" | "statusReason" | "placement" | "routingEpoch" | "workerUrl" | "scriptName" | "databaseId" | "bucketName" | "release")[];
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
                    "application/json": components["schemas"]["AccountsPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    signUp: {
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsBody"];
            };
        };
        responses: {
            202: components["responses"]["202"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            /** @description `forbidden`, `too-many-accounts`. */
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
                        type?: "urn:freehold:problem:forbidden" | "urn:freehold:problem:too-many-accounts";
                    };
                };
            };
            /** @description `duplicate`, `idempotency-in-flight`. */
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
                        type?: "urn:freehold:problem:duplicate" | "urn:freehold:problem:idempotency-in-flight";
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
    getAccount: {
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
                /**
                 * @description Id or slug of the account.
                 * @example harbour-vale
                 */
                account: components["parameters"]["account"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
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
                    "application/json": components["schemas"]["AccountsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listOperationsOfAccount: {
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
                /** @description `kind` is this. */
                kind?: components["parameters"]["kind"];
                /** @description `kind` is one of these. */
                "kind[in]"?: components["parameters"]["kind.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort"];
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
                /**
                 * @description Id or slug of the account.
                 * @example harbour-vale
                 */
                account: components["parameters"]["account"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    startOperation: {
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
                /**
                 * @description Id or slug of the account.
                 * @example harbour-vale
                 */
                account: components["parameters"]["account"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "upgrade"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "provision" | "upgrade" | "refresh" | "suspend" | "resume" | "offboard";
                    /** @description For `provision`, `upgrade`: Name of the release. Default: the current one of the factory. */
                    release?: string;
                    /** @description For `suspend`: The reason, shown to the firm’s users. */
                    reason?: string;
                    /** @description For `offboard`: The slug of the account, as a confirmation. */
                    confirm?: string;
                };
            };
        };
        responses: {
            202: components["responses"]["202"];
            400: components["responses"]["400.2"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            /** @description `conflict`, `idempotency-in-flight`, `operation-under-way`. */
            409: {
                headers: {
                    location: components["headers"]["location.optional"];
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
                        type?: "urn:freehold:problem:conflict" | "urn:freehold:problem:idempotency-in-flight" | "urn:freehold:problem:operation-under-way";
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
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description `createdAt` is this or greater. */
                "createdAt[gte]"?: components["parameters"]["createdAt.gte"];
                /** @description `createdAt` is this or less. */
                "createdAt[lte]"?: components["parameters"]["createdAt.lte"];
                /** @description `actorId` is this. */
                actorId?: string;
                /** @description `action` is this. */
                action?: "create" | "update" | "delete" | "operate" | "sign-up" | "rotate" | "replay" | "test" | "disable";
                /** @description `action` is one of these. */
                "action[in]"?: ("create" | "update" | "delete" | "operate" | "sign-up" | "rotate" | "replay" | "test" | "disable")[];
                /** @description `rowId` is this. */
                rowId?: string;
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: "createdAt" | "-createdAt";
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "actorId" | "action" | "collection" | "rowId" | "before" | "after" | "rowVersion" | "changedFields" | "requestId")[];
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
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listOperations: {
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
                /** @description `accountId` is this. */
                accountId?: string;
                /** @description `kind` is this. */
                kind?: components["parameters"]["kind"];
                /** @description `kind` is one of these. */
                "kind[in]"?: components["parameters"]["kind.in"];
                /** @description `status` is this. */
                status?: components["parameters"]["status"];
                /** @description `status` is one of these. */
                "status[in]"?: components["parameters"]["status.in"];
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getOperation: {
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
            /** @description The operation and its progress. */
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
                    "application/json": components["schemas"]["OperationsRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    watchOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that you already have. */
                "Last-Event-ID"?: string;
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
            /** @description The events; `data` of each is an operation as JSON. */
            200: {
                headers: {
                    /**
                     * @description Tells proxies not to buffer events.
                     * @example no
                     */
                    "x-accel-buffering": "no";
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: operation
                     *     id: 9
                     *     data: {"id":"op-01kdw5h80c0000000000000009"}
                     */
                    "text/event-stream; charset=utf-8": string;
                };
            };
            /** @description The operation has ended, and you have its last revision. */
            204: {
                headers: {
                    "x-d1-bookmark": components["headers"]["x-d1-bookmark"];
                    "preference-applied": components["headers"]["preference-applied.optional"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit.optional"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            /** @description `rate-limited`, `too-many-streams`. */
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
                        type?: "urn:freehold:problem:rate-limited" | "urn:freehold:problem:too-many-streams";
                    };
                };
            };
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    listProviders: {
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
                /** @description `status` is this. */
                status?: "active" | "suspended" | "withdrawn";
                /** @description `status` is one of these. */
                "status[in]"?: ("active" | "suspended" | "withdrawn")[];
                /** @description `regulatorReference` is this. */
                regulatorReference?: string;
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "name" | "-name";
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "name" | "categories" | "regulatorReference" | "contactChannels" | "status" | "countries")[];
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
                    "application/json": components["schemas"]["ProvidersPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    createProvider: {
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
                "application/json": components["schemas"]["ProvidersBody"];
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
                    "application/json": components["schemas"]["ProvidersRow"];
                };
            };
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
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
    getProvider: {
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
                    "application/json": components["schemas"]["ProvidersRow"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    replaceProvider: {
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
                "application/json": components["schemas"]["ProvidersBody"];
            };
        };
        responses: {
            200: components["responses"]["200.2"];
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
    deleteProvider: {
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
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.2"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    patchProvider: {
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
                "application/merge-patch+json": components["schemas"]["ProvidersPatch"];
                "application/json": components["schemas"]["ProvidersPatch"];
            };
        };
        responses: {
            200: components["responses"]["200.2"];
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
    listReleases: {
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
                /** @description `accountBundleSha256` is this. */
                accountBundleSha256?: string;
                /** @description `platformBundleSha256` is this. */
                platformBundleSha256?: string;
                /** @description `madeAt` is this or greater. */
                "madeAt[gte]"?: string;
                /** @description `madeAt` is this or less. */
                "madeAt[lte]"?: string;
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "updatedAt" | "-updatedAt" | "madeAt" | "-madeAt";
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "name" | "accountBundleSha256" | "platformBundleSha256" | "accountMigration" | "platformMigration" | "madeAt" | "note")[];
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
                    "application/json": components["schemas"]["ReleasesPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
    getRelease: {
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
                /**
                 * @description Name of the release, as accounts show it in `release`.
                 * @example 0123456789abcdef
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
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
                     *       "id": "rel-01kdw5h80c0000000000000009",
                     *       "version": 1,
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "name": "0123456789abcdef",
                     *       "accountBundleSha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                     *       "platformBundleSha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                     *       "accountMigration": "0012_keep_standing",
                     *       "platformMigration": "0004_serve_releases_and_webhooks",
                     *       "madeAt": "2026-03-31T09:30:00.000Z",
                     *       "note": "Search by postcode."
                     *     }
                     */
                    "application/json": components["schemas"]["ReleasesRow"];
                };
            };
            304: components["responses"]["304"];
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
                endpointId?: string;
                /** @description `status` is this. */
                status?: "pending" | "delivered" | "failed";
                /** @description `messageId` is this. */
                messageId?: string;
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "status" | "-status";
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "endpointId" | "messageId" | "eventType" | "occurredAt" | "data" | "rowId" | "position" | "status" | "attempts" | "nextAttemptAt" | "expiresAt" | "lastAttemptAt" | "lastStatusCode" | "lastError" | "deliveredAt" | "replays")[];
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
            200: components["responses"]["200.3"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
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
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
                status?: "enabled" | "disabled";
                /** @description Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that. */
                sort?: components["parameters"]["sort"];
                /** @description Maximum rows per page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the previous page, with the same filters and the same sort. */
                cursor?: components["parameters"]["cursor"];
                /** @description Fields to show in addition to `id` and `version`. Default: all. */
                fields?: ("id" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" | "version" | "url" | "description" | "eventTypes" | "status" | "disabledReason" | "disabledAt")[];
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
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "url": "https://crm.operator.example/hooks/freehold",
                     *       "description": "Billing",
                     *       "eventTypes": [
                     *         "account.provisioned",
                     *         "account.offboarded"
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
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
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
            400: components["responses"]["400.4"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
            200: components["responses"]["200.4"];
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.2"];
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
            200: components["responses"]["200.4"];
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
            200: components["responses"]["200.3"];
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
            202: components["responses"]["202.2"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.2"];
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
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "url": "https://crm.operator.example/hooks/freehold",
                     *       "description": "Billing",
                     *       "eventTypes": [
                     *         "account.provisioned",
                     *         "account.offboarded"
                     *       ],
                     *       "status": "enabled"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointsRow"];
                };
            };
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.2"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
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
                     *       "createdAt": "2026-01-01T09:30:00.000Z",
                     *       "createdBy": "usr-01kdw5h80c0000000000000004",
                     *       "updatedAt": "2026-01-01T09:30:00.000Z",
                     *       "updatedBy": "usr-01kdw5h80c0000000000000004",
                     *       "url": "https://crm.operator.example/hooks/freehold",
                     *       "description": "Billing",
                     *       "eventTypes": [
                     *         "account.provisioned",
                     *         "account.offboarded"
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
            400: components["responses"]["400.5"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.2"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422.2"];
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
            202: components["responses"]["202.2"];
            400: components["responses"]["400.3"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409.2"];
            429: components["responses"]["429"];
            500: components["responses"]["500.2"];
            503: components["responses"]["503"];
            504: components["responses"]["504"];
        };
    };
}

/** Paths whose POST takes an `Idempotency-Key`. */
export const idempotentPosts: readonly string[] = [
  '/v1/accounts',
  '/v1/accounts/{account}/operations',
  '/v1/providers',
  '/v1/webhook-endpoints',
];
