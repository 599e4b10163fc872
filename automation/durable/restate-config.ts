/** The name of the only node; the server keeps its data and sockets in a folder of this name. */
export const restateNodeName = 'freehold';

/** What the configuration of an embedded server depends on: absolute paths. */
export interface RestateConfigPaths {
  readonly dataDirectory: string;
  /** The key that it signs its calls of handlers with. */
  readonly identityKeyFile: string;
}

/**
 * The configuration of an embedded server: one node, no network, little memory, no telemetry. Everything else is left at
 * the server's defaults.
 *
 * It listens on Unix sockets alone. Its APIs have no authentication, and answer the preflight of any web page with that
 * page's origin: a loopback port would be open to every browser and every user of the machine.
 */
export function renderRestateConfig({ dataDirectory, identityKeyFile }: RestateConfigPaths): string {
  return `node-name = "${restateNodeName}"
cluster-name = "${restateNodeName}"
base-dir = ${JSON.stringify(dataDirectory)}
listen-mode = "unix"
advertised-address = "unix:data/freehold/fabric.sock"
default-num-partitions = 2
disable-telemetry = true
disable-prometheus = true
rocksdb-total-memory-size = "128MB"
shutdown-timeout = "5s"
log-format = "compact"
log-disable-ansi-codes = true

[admin]
disable-web-ui = true

[admin.query-engine]
memory-size = "64MB"

[worker.invoker]
memory-limit = "128MB"
request-identity-private-key-pem-file = ${JSON.stringify(identityKeyFile)}

[bifrost]
record-cache-memory-size = "16MB"
`;
}
