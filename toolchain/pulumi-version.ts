import { readOutput } from './executables.ts';

/** The version of Pulumi that is installed or built if the machine has none; `go.mod` requires the same one. */
export const PULUMI_VERSION = '3.259.0';

/** Before 3.205 the engine has no gRPC event stream, which an operation needs to show its progress. */
const VERSION_MIN = { major: 3, minor: 205 };

/** Enough for a cold disk on a busy machine; with a warm cache it takes 0.2 s. */
const VERSION_TIMEOUT_MS = 20_000;

/** Version of a Pulumi CLI such as `3.259.0`; undefined when the file is not a Pulumi that runs here. */
export async function readPulumiVersion(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const printed = await readOutput(
    path,
    ['version'],
    { ...env, PULUMI_SKIP_UPDATE_CHECK: 'true' },
    VERSION_TIMEOUT_MS,
  );
  return printed?.match(/^v?(\d+\.\d+\.\d+\S*)$/m)?.[1];
}

/** Whether stacks of this project run on that version: the same major version, and not too old. */
export function isSuitable(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === VERSION_MIN.major && minor >= VERSION_MIN.minor;
}

/** The range, for messages. */
export const suitableVersions = `${VERSION_MIN.major}.${VERSION_MIN.minor} or newer, below ${VERSION_MIN.major + 1}`;
