/** The records of the local cloud: one JSON document per resource in the registry. */

/** Jurisdictions that D1 and R2 accept; `default` is R2's word for no jurisdiction. */
export const jurisdictions = ['eu', 'fedramp', 'us'] as const;

/** A D1 database. `volume` names the folder that holds its file. */
export interface DatabaseRecord {
  readonly uuid: string;
  readonly name: string;
  readonly createdAt: string;
  readonly jurisdiction: string | null;
  readonly primaryLocationHint: string | null;
  readonly readReplication: 'auto' | 'disabled';
  /** Number of tables when last counted; refreshed when the API changes the schema. */
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

/** One module of a Worker. Its bytes are a blob of the registry, shared by equal uploads. */
export interface ModuleRecord {
  readonly name: string;
  readonly contentType: string;
  readonly sha256: string;
}

/** A binding as in the API: `type` and `name`, and further fields by type. */
export interface Binding {
  readonly type: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

/** A Worker script with everything that belongs to it. */
export interface ScriptRecord {
  readonly name: string;
  /** Identity of this state of the script; changes with code, bindings, secrets and settings. */
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
  /** Metadata that is stored and returned but has no effect locally. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly schedules: readonly ScheduleRecord[];
  readonly subdomain: { readonly enabled: boolean; readonly previewsEnabled: boolean };
  readonly startupTimeMs: number;
  readonly versions: readonly VersionRecord[];
  /** Deployments of versions, newest last. Absent while each version was deployed by its own upload. */
  readonly deployments?: readonly DeploymentRecord[];
}

/** The parts of a script that belong to a version; the rest belongs to the script. */
export type VersionContent = Pick<
  ScriptRecord,
  'etag' | 'mainModule' | 'modules' | 'bindings' | 'compatibilityDate' | 'compatibilityFlags' | 'settings'
>;

/** A stored version, deployed or not. */
export interface StoredVersion {
  readonly id: string;
  /** Name of the script. */
  readonly script: string;
  readonly content: VersionContent;
}

/** A deployment of a version. */
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

/** A custom domain: one exact hostname for one script. */
export interface DomainRecord {
  readonly id: string;
  readonly hostname: string;
  readonly service: string;
  readonly environment: string;
  readonly zoneId: string;
  readonly zoneName: string;
  readonly certId: string;
}

/** A route: a pattern of host and path in a zone for one script. */
export interface RouteRecord {
  readonly id: string;
  readonly zoneId: string;
  readonly pattern: string;
  readonly script: string | null;
}
