import pluginProto from '@pulumi/pulumi/proto/plugin_pb.js';
import type { CheckFailure, DiffResponse } from '@pulumi/pulumi/proto/provider_pb.js';
import providerProto from '@pulumi/pulumi/proto/provider_pb.js';
import type { Struct } from 'google-protobuf/google/protobuf/struct_pb.js';
import structProto from 'google-protobuf/google/protobuf/struct_pb.js';
import type { InputChange } from './diff-inputs.ts';
import type { Properties } from './property-value.ts';
import type { InputFailure } from './resource-type.ts';

export { pluginProto, providerProto };

/** Reads the properties of a message; empty when the message has none. */
export function readProperties(struct: Struct | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

/** Writes properties into a message. */
export function toStruct(properties: Properties): Struct {
  return structProto.Struct.fromJavaScript(properties);
}

/** Writes why inputs were refused. */
export function toFailures(failures: readonly InputFailure[]): CheckFailure[] {
  return failures.map(({ property, reason }) => {
    const failure = new providerProto.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
}

/** Writes the changes and whether they replace the resource. */
export function toDiffResponse(changes: readonly InputChange[]): DiffResponse {
  const { DiffResponse, PropertyDiff } = providerProto;
  const kinds = {
    add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
    delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
    update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
  } as const;
  const response = new DiffResponse();
  response.setChanges(
    changes.length === 0 ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME,
  );
  response.setDiffsList(topLevel(changes));
  response.setReplacesList(topLevel(changes.filter((change) => change.replaces)));
  response.setHasdetaileddiff(true);
  const detailed = response.getDetaileddiffMap();
  for (const { path, kind, replaces } of changes) {
    const diff = new PropertyDiff();
    diff.setKind(kinds[kind][replaces ? 1 : 0]);
    diff.setInputdiff(true);
    detailed.set(path, diff);
  }
  return response;
}

function topLevel(changes: readonly InputChange[]): string[] {
  return [...new Set(changes.map(({ path }) => /^[^.[]+/.exec(path)?.[0] ?? path))];
}
