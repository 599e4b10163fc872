import { type FileImport, listSources, readImports } from './read-imports.ts';
import { isTestSide, type Room, roomOf } from './walls.ts';

/**
 * Finds imports that the walls forbid.
 *
 * @param root The project's folder.
 * @returns One line for each, such as `schema/model/ids.ts:3 imports workers/http/api/api.ts: schema may import no other room`.
 */
export function findBrokenWalls(root: string): readonly string[] {
  return listSources(root).flatMap((file) => {
    const room = roomOf(file);
    if (room === undefined) return [`${file} is in no room: give its folder one in toolchain/walls.ts`];
    return readImports(root, file).flatMap((found) => {
      const fault = found.target.kind === 'file' ? faultOfFile(room, found) : faultOfPackage(room, found);
      const { target } = found;
      const name = target.kind === 'file' ? target.path : target.name;
      return fault === undefined ? [] : [`${file}:${found.line} imports ${name}: ${fault}`];
    });
  });
}

function faultOfFile(room: Room, { file, target }: FileImport): string | undefined {
  if (target.kind !== 'file') return undefined;
  const tested = isTestSide(file);
  if (!tested && isTestSide(target.path)) return 'only tests may import files of tests';
  const other = roomOf(target.path);
  // Every room may import files at the root, such as package.json.
  if (other === undefined || other === room) return undefined;
  const allowed = [...room.mayImport, ...(tested ? (room.testsMayImport ?? []) : [])];
  if (allowed.some((folder) => other.folder === folder || other.folder.startsWith(`${folder}/`)))
    return undefined;
  const others = allowed.length === 0 ? 'no other room' : `only ${allowed.join(', ')}`;
  return `${room.folder} may import ${others}`;
}

function faultOfPackage({ folder, packages }: Room, { file, target }: FileImport): string | undefined {
  if (target.kind !== 'package' || packages === undefined || isTestSide(file)) return undefined;
  if (packages.includes(target.name)) return undefined;
  return `${folder} may import ${packages.length === 0 ? 'no package' : `only the packages ${packages.join(', ')}`}`;
}
