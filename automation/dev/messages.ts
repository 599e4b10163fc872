import * as v from 'valibot';

const url = v.pipe(v.string(), v.url());

const CloudReadySchema = v.object({
  type: v.literal('ready'),
  cloudflareApi: url,
  edge: url,
  issuer: url,
  zone: v.string(),
  zoneId: v.string(),
  accountsZone: v.string(),
  accountsZoneId: v.string(),
});

const ServiceReadySchema = v.object({ type: v.literal('ready'), automation: url, restate: url });

const ProgressSchema = v.object({
  type: v.literal('progress'),
  step: v.string(),
  status: v.picklist(['running', 'done', 'failed']),
  detail: v.optional(v.string()),
  ms: v.number(),
});

const FailedSchema = v.object({ type: v.literal('failed'), reason: v.string() });

/** What the local cloud says once it listens. */
export type CloudReady = v.InferOutput<typeof CloudReadySchema>;
/** What the automation service says once it takes operations. */
export type ServiceReady = v.InferOutput<typeof ServiceReadySchema>;
/** A step of a part's own start. */
export type PartProgress = v.InferOutput<typeof ProgressSchema>;

export const parseCloudReady = (message: unknown) => parse(CloudReadySchema, message);
export const parseServiceReady = (message: unknown) => parse(ServiceReadySchema, message);
export const parseProgress = (message: unknown) => parse(ProgressSchema, message);

/** Why a part cannot start, in its own words. */
export const parseFailed = (message: unknown) => parse(FailedSchema, message)?.reason;

/** A message of another kind is not for this reader; it is no error. */
function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  message: unknown,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, message);
  return parsed.success ? parsed.output : undefined;
}
