/**
 * The Miniflare options that the local cloud uses.
 *
 * Miniflare's declarations refer to packages that it does not install, so its option types are `any`.
 */
export interface RuntimeOptions {
  readonly cf: false;
  readonly host: string;
  readonly port: number;
  /** 0 for any free port; without it no inspector is opened. */
  readonly inspectorPort?: number;
  readonly d1Persist: string | false;
  readonly r2Persist: string | false;
  readonly kvPersist: string | false;
  readonly workers: readonly WorkerOptions[];
}

/** One Worker of a workerd process. */
export interface WorkerOptions extends WorkerCode, WorkerBindings {
  readonly name: string;
  readonly compatibilityDate: string;
  readonly compatibilityFlags?: readonly string[];
  readonly outboundService?: {
    readonly external: {
      readonly address: string;
      readonly http: {
        readonly style: number;
        readonly injectRequestHeaders: readonly { readonly name: string; readonly value: string }[];
      };
    };
  };
  readonly unsafeDirectSockets?: readonly {
    readonly host: string;
    readonly port: number;
    readonly proxy: boolean;
  }[];
}

/** Either ES modules, starting with the entry, or the text of a service-worker script. */
export interface WorkerCode {
  readonly modules?: readonly {
    readonly type: ModuleType;
    readonly path: string;
    readonly contents: string | Uint8Array;
  }[];
  readonly script?: string;
}

export type ModuleType = 'ESModule' | 'CommonJS' | 'Text' | 'Data' | 'CompiledWasm';

/** Bindings by kind, each from its name in `env` to the resource. */
export interface WorkerBindings {
  readonly bindings?: Readonly<Record<string, unknown>>;
  readonly d1Databases?: Readonly<Record<string, string>>;
  readonly r2Buckets?: Readonly<Record<string, string>>;
  readonly kvNamespaces?: Readonly<Record<string, string>>;
  readonly serviceBindings?: Readonly<
    Record<string, string | { readonly name: string; readonly entrypoint?: string }>
  >;
  readonly ratelimits?: Readonly<Record<string, { readonly namespace_id: string; readonly simple: unknown }>>;
  readonly analyticsEngineDatasets?: Readonly<Record<string, { readonly dataset: string }>>;
  readonly versionMetadata?: string;
}
