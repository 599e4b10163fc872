import { readdir, readFile, readlink } from 'node:fs/promises';

/** The TCP ports that a process listens on, from the sockets that it holds. Linux alone. */
export async function listeningPorts(pid: number): Promise<readonly number[]> {
  const links = await Promise.all(
    (await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')),
  );
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')),
  );
  const rows = tables.flatMap((table) => table.split('\n').slice(1)).map((row) => row.trim().split(/\s+/));
  // proc_net_tcp(5): local address and port in hex, state 0A for LISTEN, inode.
  return rows
    .filter((columns) => columns[3] === '0A' && links.includes(`socket:[${columns[9]}]`))
    .map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16));
}
