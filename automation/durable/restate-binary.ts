import { createRequire } from 'node:module';

/**
 * Finds the server that npm installed for this machine.
 *
 * The package's own launcher is not used, because it would be an additional process between service and server.
 */
export function findRestateBinary(): string {
  const require = createRequire(import.meta.url);
  const name = `@restatedev/restate-server-${process.platform}-${process.arch}`;
  try {
    const launcher = require.resolve('@restatedev/restate-server/package.json');
    return createRequire(launcher).resolve(`${name}/bin/restate-server`);
  } catch {
    throw new Error(
      `no Restate server for ${process.platform} ${process.arch}: run npm install with optional dependencies`,
    );
  }
}
