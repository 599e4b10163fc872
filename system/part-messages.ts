/** Messages from a part of the factory to the process that started it, over Node's IPC channel. */
import * as v from 'valibot';

const url = v.pipe(v.string(), v.url());

const cloudReadySchema = v.object({
  type: v.literal('ready'),
  /** Base URL of Cloudflare's API, which ends in `/client/v4`. */
  cloudflareApi: url,
  edge: url,
  /** Address of the sign-in server. */
  issuer: url,
  /** What its tokens name as their issuer: the same at every start. */
  issuerName: url,
  zone: v.string(),
  zoneId: v.string(),
  accountsZone: v.string(),
  accountsZoneId: v.string(),
});

const serviceReadySchema = v.object({
  type: v.literal('ready'),
  /** URL of the service's own API. */
  automation: url,
  /** Where Restate takes invocations: a URL, or `unix:` and the path of a socket. */
  restate: url,
  platformDatabaseId: v.string(),
  /** Release that new accounts get, as 16 hex digits. */
  accountRelease: v.string(),
  /** Milliseconds since the process started. */
  ms: v.number(),
});

const progressSchema = v.object({
  type: v.literal('progress'),
  step: v.string(),
  status: v.picklist(['running', 'done', 'failed']),
  detail: v.optional(v.string()),
  /** Milliseconds since the step began. */
  ms: v.number(),
});

const failedSchema = v.object({ type: v.literal('failed'), reason: v.string() });

/** Sent by the local cloud once it listens. */
export type CloudReady = v.InferOutput<typeof cloudReadySchema>;
/** Sent by the automation service once it accepts operations. */
export type ServiceReady = v.InferOutput<typeof serviceReadySchema>;
/** A step of a part's own start. */
export type PartProgress = v.InferOutput<typeof progressSchema>;
/** Sent instead of `ready` when the start fails; the process ends with code 1. */
export type PartFailed = v.InferOutput<typeof failedSchema>;
/** All messages of the automation service. */
export type ServiceMessage = PartProgress | ServiceReady | PartFailed;

export const parseCloudReady = (message: unknown) => parse(cloudReadySchema, message);
export const parseServiceReady = (message: unknown) => parse(serviceReadySchema, message);
export const parseProgress = (message: unknown) => parse(progressSchema, message);

/** Why a part cannot start. */
export const parseFailed = (message: unknown) => parse(failedSchema, message)?.reason;

/** Ignores messages of other kinds, which have another reader. */
function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  message: unknown,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, message);
  return parsed.success ? parsed.output : undefined;
}
