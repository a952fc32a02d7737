import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import configuration from '../electron-builder.config.ts';
import { run, tool } from './run.ts';

/**
 * `npm run package`: builds the app and its installers for this system in `dist/`, and publishes nothing. `-- --dir` stops
 * at the folder that an installer would contain. `-- --for-specs` builds such a folder in `dist/for-specs`, which Playwright
 * can start. It accepts a debugger, so it must never be published.
 */
async function packageApp(): Promise<number> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      'for-specs': { type: 'boolean', default: false },
    },
  });
  const forSpecs = values['for-specs'];
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) return built;
  await build({
    targets: Platform.current().createTarget(values.dir || forSpecs ? 'dir' : null),
    publish: 'never',
    config: forSpecs ? configurationForSpecs() : configuration,
  });
  return 0;
}

function configurationForSpecs(): typeof configuration {
  const { electronFuses, directories } = configuration;
  return {
    ...configuration,
    directories: { ...directories, output: 'dist/for-specs' },
    electronFuses: { ...electronFuses, enableNodeCliInspectArguments: true },
  };
}

process.exitCode = await packageApp().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
