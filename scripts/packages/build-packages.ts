import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { z } from 'zod';
import configuration from '../../electron-builder.config.ts';
import { root } from '../run.ts';
import { createStubElectron, type Processor, type System } from './stub-electron.ts';
import { createStubTools } from './stub-tools.ts';

export const processors: readonly Processor[] = ['x64', 'arm64'];

const metadataSchema = z.object({ name: z.string(), version: z.string() });
const metadata = metadataSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
export const { version } = metadata;

/** Returns the name of a package, such as `etelecom-tenants-0.1.0-win-x64.exe`. */
export const packageName = (end: string) => `${metadata.name}-${version}-${end}`;

const platforms = { linux: Platform.LINUX, windows: Platform.WINDOWS, macos: Platform.MAC };

export interface Packages extends AsyncDisposable {
  /** The folder with everything that electron-builder has written. */
  folder: string;
  /** The folder with the stubs of the tools. */
  tools: string;
}

/**
 * Packages the built app in `out/` for both processors of a system, with the project's configuration and without a
 * network. Electron is a stub, and so is each tool that Debian does not have.
 *
 * @param target what to build instead of the configuration's targets.
 */
export async function buildPackages(system: System, target?: string): Promise<Packages> {
  await using created = new AsyncDisposableStack();
  const temporary = await mkdtemp(join(tmpdir(), `packages-${system}-`));
  created.defer(() => rm(temporary, { recursive: true, force: true }));
  const electron = (processor: string) => join(temporary, `electron-${processor}`);
  const folder = join(temporary, 'packages');
  const tools = join(temporary, 'tools');
  for (const processor of processors) {
    await createStubElectron(electron(processor), system, processor);
  }
  Object.assign(process.env, await createStubTools(tools));
  const platform = platforms[system];
  await build({
    targets:
      target === undefined
        ? platform.createTarget()
        : platform.createTarget(target, Arch.x64, Arch.arm64),
    publish: 'never',
    config: {
      ...configuration,
      directories: { ...configuration.directories, output: folder },
      electronDist: ({ arch }: { arch: string }) => electron(arch),
    },
  });
  const kept = created.move();
  return { folder, tools, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
