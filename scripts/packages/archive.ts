import { createHash } from 'node:crypto';
import { getRawHeader } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { z } from 'zod';

type Entry = { files: Record<string, Entry> } | { unpacked?: boolean | undefined };

const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.union([
    z.object({ files: z.record(z.string(), entrySchema) }),
    z.object({ unpacked: z.boolean().optional() }),
  ]),
);

/** Returns the paths of the files in an asar archive, sorted. */
export function listArchive(path: string): { packed: string[]; unpacked: string[] } {
  const packed: string[] = [];
  const unpacked: string[] = [];
  const visit = (entry: Entry, name: string) => {
    if (!('files' in entry)) (entry.unpacked === true ? unpacked : packed).push(name);
    else for (const [child, value] of Object.entries(entry.files)) visit(value, `${name}/${child}`);
  };
  visit(entrySchema.parse(getRawHeader(path).header), '');
  const sort = (names: string[]) => names.map((name) => name.slice(1)).toSorted();
  return { packed: sort(packed), unpacked: sort(unpacked) };
}

/** Returns what Electron compares with the hash in the app: https://www.electronjs.org/docs/latest/tutorial/asar-integrity */
export function hashArchive(path: string): string {
  return createHash('sha256').update(getRawHeader(path).headerString).digest('hex');
}

/** Returns the names of the fuses that are on in Electron's binary. */
export async function readFusesThatAreOn(path: string): Promise<string[]> {
  const fuses = Object.entries(await getCurrentFuseWire(path));
  return fuses.flatMap(([fuse, state]) =>
    state === FuseState.ENABLE ? (FuseV1Options[Number(fuse)] ?? fuse) : [],
  );
}
