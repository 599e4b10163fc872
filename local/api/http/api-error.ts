/** Every refusal of the v4 API, with the details that an operator needs. */
export type ApiError =
  | { readonly kind: 'authentication_failed' }
  | { readonly kind: 'account_not_authorized'; readonly accountId: string }
  | { readonly kind: 'route_not_found'; readonly method: string; readonly path: string }
  | { readonly kind: 'invalid_request'; readonly message: string }
  | { readonly kind: 'zone_not_found'; readonly zoneId: string }
  | { readonly kind: 'database_not_found'; readonly uuid: string }
  | { readonly kind: 'database_exists'; readonly name: string }
  | { readonly kind: 'sql_error'; readonly message: string }
  | { readonly kind: 'bucket_not_found'; readonly name: string; readonly jurisdiction: string }
  | { readonly kind: 'bucket_exists'; readonly name: string }
  | { readonly kind: 'bucket_not_empty'; readonly name: string }
  | { readonly kind: 'invalid_bucket_name'; readonly name: string }
  | { readonly kind: 'object_not_found'; readonly key: string }
  | { readonly kind: 'script_not_found'; readonly name: string }
  | { readonly kind: 'script_in_use'; readonly name: string; readonly usedBy: string }
  | { readonly kind: 'script_limit_reached'; readonly scriptsMax: number }
  | { readonly kind: 'script_failed_to_start'; readonly message: string }
  | { readonly kind: 'binding_invalid'; readonly message: string }
  | { readonly kind: 'bound_database_not_found'; readonly binding: string; readonly id: string }
  | { readonly kind: 'bound_bucket_not_found'; readonly bucket: string; readonly jurisdiction: string }
  | { readonly kind: 'bound_namespace_not_found'; readonly id: string }
  | { readonly kind: 'bound_service_not_found'; readonly binding: string; readonly service: string }
  | { readonly kind: 'invalid_cron'; readonly cron: string }
  | { readonly kind: 'secret_not_found'; readonly name: string }
  | { readonly kind: 'domain_not_found'; readonly id: string }
  | { readonly kind: 'host_outside_zones'; readonly hostname: string }
  | { readonly kind: 'route_pattern_exists'; readonly pattern: string }
  | { readonly kind: 'route_id_not_found'; readonly id: string }
  | { readonly kind: 'namespace_not_found'; readonly id: string }
  | { readonly kind: 'namespace_exists'; readonly title: string }
  | { readonly kind: 'key_not_found'; readonly key: string };

/** An error in the envelope, with Cloudflare's code and status where they are known. */
export interface WireError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export function toWireError(error: ApiError): WireError {
  switch (error.kind) {
    case 'authentication_failed':
      return { status: 403, code: 10000, message: 'Authentication error' };
    case 'account_not_authorized':
      return {
        status: 403,
        code: 10000,
        message: `The token has no access to the account ${error.accountId}`,
      };
    case 'route_not_found':
      return {
        status: 404,
        code: 7000,
        message: `No route for that URI: the local cloud does not have ${error.method} ${error.path}`,
      };
    case 'invalid_request':
      return { status: 400, code: 7400, message: error.message };
    case 'zone_not_found':
      return { status: 404, code: 1001, message: `Invalid zone identifier ${error.zoneId}` };
    case 'database_not_found':
      return { status: 404, code: 7404, message: `The database ${error.uuid} could not be found` };
    case 'database_exists':
      return { status: 400, code: 7502, message: `A database named '${error.name}' already exists` };
    case 'sql_error':
      return { status: 400, code: 7500, message: error.message };
    case 'bucket_not_found':
      return {
        status: 404,
        code: 10006,
        message: `The specified bucket does not exist: ${error.name} in jurisdiction ${error.jurisdiction}`,
      };
    case 'bucket_exists':
      return {
        status: 409,
        code: 10004,
        message: `The bucket you tried to create already exists, and you own it: ${error.name}`,
      };
    case 'bucket_not_empty':
      return {
        status: 409,
        code: 10008,
        message: `The bucket you tried to delete is not empty: ${error.name}`,
      };
    case 'invalid_bucket_name':
      return { status: 400, code: 10005, message: `The specified bucket name is not valid: ${error.name}` };
    case 'object_not_found':
      return { status: 404, code: 10007, message: `The specified key does not exist: ${error.key}` };
    case 'script_not_found':
      return {
        status: 404,
        code: 10007,
        message: `This Worker does not exist on your account: ${error.name}`,
      };
    case 'script_in_use':
      return {
        status: 400,
        code: 10064,
        message: `Cannot delete ${error.name}: the Worker ${error.usedBy} binds to it`,
      };
    case 'script_limit_reached':
      return {
        status: 403,
        code: 10037,
        message: `You have exceeded the limit of ${error.scriptsMax} Workers on your account`,
      };
    case 'script_failed_to_start':
    case 'binding_invalid':
      return { status: 400, code: 10021, message: error.message };
    case 'bound_database_not_found':
      return {
        status: 400,
        code: 10181,
        message: `D1 binding '${error.binding}' references database '${error.id}' which was not found`,
      };
    case 'bound_bucket_not_found':
      return {
        status: 400,
        code: 10085,
        message: `R2 bucket '${error.bucket}' not found in jurisdiction ${error.jurisdiction}`,
      };
    case 'bound_namespace_not_found':
      return { status: 400, code: 10041, message: `KV namespace '${error.id}' not found` };
    case 'bound_service_not_found':
      return {
        status: 400,
        code: 10143,
        message: `Service binding '${error.binding}' references Worker '${error.service}' which was not found`,
      };
    case 'invalid_cron':
      return { status: 400, code: 10100, message: `invalid cron string: ${error.cron}` };
    case 'secret_not_found':
      return { status: 404, code: 10056, message: `Secret not found: ${error.name}` };
    case 'domain_not_found':
      return { status: 404, code: 10113, message: `Custom domain not found: ${error.id}` };
    case 'host_outside_zones':
      return { status: 400, code: 10082, message: `${error.hostname} is not in a zone of this account` };
    case 'route_pattern_exists':
      return {
        status: 409,
        code: 10020,
        message: `A route with the same pattern already exists: ${error.pattern}`,
      };
    case 'route_id_not_found':
      return { status: 404, code: 10009, message: `Route not found: ${error.id}` };
    case 'namespace_not_found':
      return { status: 404, code: 10013, message: `namespace not found: ${error.id}` };
    case 'namespace_exists':
      return {
        status: 400,
        code: 10014,
        message: `a namespace with this account ID and title already exists: ${error.title}`,
      };
    case 'key_not_found':
      return { status: 404, code: 10009, message: `get: 'key not found': ${error.key}` };
  }
}
