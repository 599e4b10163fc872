/** What a part of the factory tells the process that started it, over the channel that Node gives the two. */
import * as v from 'valibot';

const url = v.pipe(v.string(), v.url());

const cloudReadySchema = v.object({
  type: v.literal('ready'),
  /** Base URL of Cloudflare's API, which ends in `/client/v4`. */
  cloudflareApi: url,
  edge: url,
  issuer: url,
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

/** What the local cloud says once it listens. */
export type CloudReady = v.InferOutput<typeof cloudReadySchema>;
/** What the automation service says once it takes operations. */
export type ServiceReady = v.InferOutput<typeof serviceReadySchema>;
/** A step of a part's own start. */
export type PartProgress = v.InferOutput<typeof progressSchema>;
/** Sent instead of `ready` when the start cannot go on; the process ends with 1. */
export type PartFailed = v.InferOutput<typeof failedSchema>;
/** Everything that the automation service says. */
export type ServiceMessage = PartProgress | ServiceReady | PartFailed;

export const parseCloudReady = (message: unknown) => parse(cloudReadySchema, message);
export const parseServiceReady = (message: unknown) => parse(serviceReadySchema, message);
export const parseProgress = (message: unknown) => parse(progressSchema, message);

/** Why a part cannot start, in its own words. */
export const parseFailed = (message: unknown) => parse(failedSchema, message)?.reason;

/** Ignores messages of other kinds: they are for another reader. */
function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  message: unknown,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, message);
  return parsed.success ? parsed.output : undefined;
}
