import { refusal, result } from './fake-answer.ts';
import type { Handler, HandlerRequest } from './fake-handler.ts';

/** R2 buckets without objects; each jurisdiction is a namespace of its own. */
export function createFakeR2(): { readonly handlers: readonly Handler[]; buckets(): readonly string[] } {
  const buckets = new Map<string, Record<string, unknown>>();
  const lifecycles = new Map<string, unknown>();
  const keyOf = ({ headers }: HandlerRequest, name: string | undefined) =>
    `${headers['cf-r2-jurisdiction'] ?? 'default'}/${name}`;

  const withBucket = (
    request: HandlerRequest,
    work: (bucket: Record<string, unknown>, key: string) => ReturnType<Handler['handle']>,
  ) => {
    const key = keyOf(request, request.groups[0]);
    const bucket = buckets.get(key);
    if (bucket === undefined) return refusal(404, 10006, 'The specified bucket does not exist.');
    return work(bucket, key);
  };

  const one = /^\/accounts\/\w+\/r2\/buckets\/([^/]+)$/;
  const lifecycle = /^\/accounts\/\w+\/r2\/buckets\/([^/]+)\/lifecycle$/;
  return {
    buckets: () => [...buckets.keys()],
    handlers: [
      {
        method: 'POST',
        path: /^\/accounts\/\w+\/r2\/buckets$/,
        handle: (request) => {
          const { name, storageClass } = request.body as Record<string, string>;
          const key = keyOf(request, name);
          if (buckets.has(key)) {
            return refusal(409, 10004, 'The bucket you tried to create already exists, and you own it.');
          }
          const bucket = {
            name,
            location: 'WEUR',
            storage_class: storageClass ?? 'Standard',
            creation_date: new Date().toISOString(),
          };
          buckets.set(key, bucket);
          return result(bucket);
        },
      },
      { method: 'GET', path: one, handle: (request) => withBucket(request, result) },
      {
        method: 'PATCH',
        path: one,
        handle: (request) =>
          withBucket(request, (bucket) => {
            bucket.storage_class = request.headers['cf-r2-storage-class'];
            return result(bucket);
          }),
      },
      {
        method: 'DELETE',
        path: one,
        handle: (request) =>
          withBucket(request, (_bucket, key) => {
            buckets.delete(key);
            return result({});
          }),
      },
      {
        method: 'PUT',
        path: lifecycle,
        handle: (request) =>
          withBucket(request, (_bucket, key) => {
            lifecycles.set(key, request.body);
            return result({});
          }),
      },
      {
        method: 'GET',
        path: lifecycle,
        handle: (request) =>
          withBucket(request, (_bucket, key) => result(lifecycles.get(key) ?? { rules: [] })),
      },
    ],
  };
}
