import type { Binding, BucketRecord } from './records.ts';

/** Identifies a resource of any kind: `d1:<uuid>`, `r2:<jurisdiction>.<name>`, `kv:<id>`, `script:<name>`. */
export type ResourceKey = `${'d1' | 'r2' | 'kv' | 'script'}:${string}`;

/** Identity of a bucket, whose name is unique only within its jurisdiction. */
export function bucketId(bucket: Pick<BucketRecord, 'jurisdiction' | 'name'>): string {
  return `${bucket.jurisdiction}.${bucket.name}`;
}

/** The resource of a binding, or undefined for a plain value. */
export function bindingTarget(binding: Binding): ResourceKey | undefined {
  switch (binding.type) {
    case 'd1':
      return `d1:${String(binding.id ?? binding.database_id)}`;
    case 'r2_bucket':
      return `r2:${String(binding.jurisdiction ?? 'default')}.${String(binding.bucket_name)}`;
    case 'kv_namespace':
      return `kv:${String(binding.namespace_id)}`;
    case 'service':
      return `script:${String(binding.service)}`;
    default:
      return undefined;
  }
}
