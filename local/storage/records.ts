/** What the local cloud remembers of each resource. One JSON document per resource in the registry. */

/** Jurisdictions that D1 and R2 accept; `default` is R2's word for none. */
export const jurisdictions = ['eu', 'fedramp', 'us'] as const;

/** A D1 database. `volume` names the folder that holds its file. */
export interface DatabaseRecord {
  readonly uuid: string;
  readonly name: string;
  readonly createdAt: string;
  readonly jurisdiction: string | null;
  readonly primaryLocationHint: string | null;
  readonly readReplication: 'auto' | 'disabled';
  /** Tables at the last look; the count is refreshed whenever the API changes the schema. */
  readonly tableCount: number;
  readonly volume: string;
  readonly movedFrom?: string;
}

/** An R2 bucket. The same name may exist once in each jurisdiction. */
export interface BucketRecord {
  readonly name: string;
  readonly jurisdiction: string;
  readonly location: string;
  readonly storageClass: string;
  readonly createdAt: string;
  readonly lifecycleRules: readonly unknown[];
  readonly lockRules: readonly unknown[];
  readonly corsRules: readonly unknown[];
  readonly volume: string;
  readonly movedFrom?: string;
}

/** A KV namespace. */
export interface NamespaceRecord {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly volume: string;
  readonly movedFrom?: string;
}

/** One module of a Worker; its bytes are a blob of the registry, shared by equal uploads. */
export interface ModuleRecord {
  readonly name: string;
  readonly contentType: string;
  readonly sha256: string;
}

/** A binding as the API carries it: `type` and `name`, the rest by type. */
export interface Binding {
  readonly type: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

/** A Worker script with everything that belongs to it alone. */
export interface ScriptRecord {
  readonly name: string;
  /** Identity of this state of the script: changes with code, bindings, secrets and settings. */
  readonly revision: string;
  readonly etag: string;
  readonly createdOn: string;
  readonly modifiedOn: string;
  /** Null for a service-worker script, whose single part is `modules[0]`. */
  readonly mainModule: string | null;
  readonly modules: readonly ModuleRecord[];
  readonly bindings: readonly Binding[];
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  /** Metadata that is kept and answered back but has no effect on one machine. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly schedules: readonly ScheduleRecord[];
  readonly subdomain: { readonly enabled: boolean; readonly previewsEnabled: boolean };
  readonly startupTimeMs: number;
  readonly versions: readonly VersionRecord[];
  /** Which versions were deployed when, newest last. Left out while each version was deployed by its own upload. */
  readonly deployments?: readonly DeploymentRecord[];
}

/** What a version brings when it is deployed; the rest stays with the script. */
export type VersionContent = Pick<
  ScriptRecord,
  'etag' | 'mainModule' | 'modules' | 'bindings' | 'compatibilityDate' | 'compatibilityFlags' | 'settings'
>;

/** A version that is kept, whether it was ever deployed or not. */
export interface StoredVersion {
  readonly id: string;
  /** Name of the script. */
  readonly script: string;
  readonly content: VersionContent;
}

/** A version's turn to answer the script's requests. */
export interface DeploymentRecord {
  readonly id: string;
  readonly versionId: string;
  readonly createdOn: string;
}

/** A cron trigger of a script. */
export interface ScheduleRecord {
  readonly cron: string;
  readonly createdOn: string;
}

/** One upload of a script, newest last. */
export interface VersionRecord {
  readonly id: string;
  readonly number: number;
  readonly createdOn: string;
}

/** A custom domain: one exact hostname that one script answers. */
export interface DomainRecord {
  readonly id: string;
  readonly hostname: string;
  readonly service: string;
  readonly environment: string;
  readonly zoneId: string;
  readonly zoneName: string;
  readonly certId: string;
}

/** A route: a pattern of host and path under a zone that one script answers. */
export interface RouteRecord {
  readonly id: string;
  readonly zoneId: string;
  readonly pattern: string;
  readonly script: string | null;
}
