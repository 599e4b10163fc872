/** What to do about an error of the file system, by its code. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space, or set FREEHOLD_HOME to a folder on another disk',
  EDQUOT:
    'your quota of the disk is used up: free some space, or set FREEHOLD_HOME to a folder on another disk',
  EFBIG: 'a file may not become so large here: raise the limit of the shell (ulimit -f)',
  EROFS: 'the disk is read-only: set FREEHOLD_HOME to a folder that can be written',
  EACCES: 'you may not: change the rights of the folder, or set FREEHOLD_HOME to one of yours',
  EPERM: 'you may not: change the owner of the folder, or set FREEHOLD_HOME to one of yours',
  ENOENT: 'there is no such folder, and it cannot be made: set FREEHOLD_HOME to another one',
  ENOTDIR: 'a part of the path is a file: set FREEHOLD_HOME to a folder',
  EEXIST: 'a file is in the way: set FREEHOLD_HOME to a folder',
  EMFILE: 'too many files are open: raise the limit of the shell (ulimit -n)',
};

/** The calls of the file system, as Node names them; those for processes and connections fail with the same codes. */
const fileCalls: ReadonlySet<string> = new Set([
  ...[
    'access',
    'chmod',
    'close',
    'copyfile',
    'fsync',
    'ftruncate',
    'link',
    'lstat',
    'mkdir',
    'mkdtemp',
    'open',
  ],
  ...[
    'opendir',
    'read',
    'readlink',
    'realpath',
    'rename',
    'rm',
    'rmdir',
    'scandir',
    'stat',
    'statfs',
    'symlink',
  ],
  ...['unlink', 'utime', 'watch', 'write'],
]);

/**
 * Words an error of the file system for a person: what could not be done where, and what to do.
 *
 * @returns Undefined for any other error.
 */
export function describeFileTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  if (!fileCalls.has(String(error.syscall))) return undefined;
  const remedy = remedies[String(error.code)];
  if (remedy === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
  return `cannot ${error.syscall}${path}: ${remedy}`;
}

/** The reason of a failure in one line: the words for a person, or else the message of the error. */
export function describeReason(error: unknown): string {
  return describeFileTrouble(error) ?? (error instanceof Error ? error.message : String(error));
}
