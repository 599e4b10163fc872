import * as v from 'valibot';

/** A lock of a stack, as the `pulumi` that took it wrote it. */
export interface StackLock {
  /** Process number on the holder's host; 0 when the lock cannot be read. */
  readonly pid: number;
  readonly username: string;
  /** Empty when the lock cannot be read. */
  readonly hostname: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

const lockFileSchema = v.object({
  pid: v.number(),
  username: v.string(),
  hostname: v.string(),
  timestamp: v.string(),
});

/** Reads a file of `.pulumi/locks`. A damaged lock still locks the stack; its holder is unknown. */
export function parseLockFile(text: string): StackLock {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), lockFileSchema), text);
  if (!parsed.success) return { pid: 0, username: '', hostname: '', createdAt: '' };
  const { timestamp, ...holder } = parsed.output;
  return { ...holder, createdAt: timestamp };
}

/**
 * Reads the locks from Pulumi's refusal to work on a locked stack. This text is the only way to see the locks of a
 * backend that only the CLI can reach.
 *
 * @returns Undefined when the text is not such a refusal.
 */
export function parseLockRefusal(text: string): readonly StackLock[] | undefined {
  if (!isLockRefusal(text)) return undefined;
  const holders = [...text.matchAll(/: created by (.*)@([^@\s]+) \(pid (\d+)\) at (\S+)/g)].map(
    ([, username = '', hostname = '', pid, createdAt = '']) => ({
      pid: Number(pid),
      username,
      hostname,
      createdAt,
    }),
  );
  return holders.length > 0 ? holders : [parseLockFile('')];
}

/** Whether Pulumi refuses because another update of the stack is active, or has left its lock. */
export function isLockRefusal(text: string): boolean {
  return /the stack is currently locked by|Another update is currently in progress/i.test(text);
}

/** Describes the holder of a lock for the operator. */
export function describeLock({ pid, username, hostname, createdAt }: StackLock): string {
  return hostname === ''
    ? 'a lock that cannot be read'
    : `${username}@${hostname} (process ${pid}) since ${createdAt}`;
}
