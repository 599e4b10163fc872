import type { RestatePorts } from '../../system/home/restate-record.ts';

/**
 * The configuration of an embedded server: one node, loopback only, little memory, no telemetry. The rest is left at
 * the server's defaults.
 */
export function renderRestateConfig(dataDirectory: string, ports: RestatePorts): string {
  return `node-name = "freehold"
cluster-name = "freehold"
base-dir = ${JSON.stringify(dataDirectory)}
bind-address = "127.0.0.1:${ports.node}"
listen-mode = "tcp"
default-num-partitions = 2
disable-telemetry = true
disable-prometheus = true
rocksdb-total-memory-size = "128MB"
shutdown-timeout = "5s"
log-format = "compact"
log-disable-ansi-codes = true

[admin]
bind-address = "127.0.0.1:${ports.admin}"

[admin.query-engine]
memory-size = "64MB"

[ingress]
bind-address = "127.0.0.1:${ports.ingress}"

[worker.invoker]
memory-limit = "128MB"

[bifrost]
record-cache-memory-size = "16MB"
`;
}
