import { readOutput } from './executables.ts';

/** The Pulumi that is installed or built where the machine has none; `go.mod` requires the same one. */
export const PULUMI_VERSION = '3.259.0';

/** Before 3.205 the engine has no gRPC event stream, by which an operation shows each resource as it happens. */
const VERSION_MIN = { major: 3, minor: 205 };

/** Long enough for a cold disk on a busy machine; a warm one answers in 0.2 s. */
const VERSION_TIMEOUT_MS = 20_000;

/** Version of a Pulumi CLI such as `3.259.0`; undefined when the file is no Pulumi that runs here. */
export async function readPulumiVersion(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const printed = await readOutput(
    path,
    ['version'],
    { ...env, PULUMI_SKIP_UPDATE_CHECK: 'true' },
    VERSION_TIMEOUT_MS,
  );
  return printed?.match(/^v?(\d+\.\d+\.\d+\S*)$/m)?.[1];
}

/** Whether stacks of this project run on that version: the same major, and not too old. */
export function isSuitable(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === VERSION_MIN.major && minor >= VERSION_MIN.minor;
}

/** The range in words, for messages. */
export const suitableVersions = `${VERSION_MIN.major}.${VERSION_MIN.minor} or newer, below ${VERSION_MIN.major + 1}`;
