import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type App } from '../../e2e/app.ts';
import { removeKeychainEntries } from '../../e2e/keychain.ts';
import { textsIn } from '../../e2e/scene-steps.ts';
import { scenes, type Scene } from '../../e2e/scenes.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { languages } from '../../src-shared/choices.ts';
import type { Language } from '../../src-shared/preferences.ts';
import { root } from '../run.ts';

/** The smallest screen has about 40,000 bytes, and a picture of a single color about 5,000. */
const leastBytes = 15_000;

const folder = join(root, 'docs', 'screens');
const locales: Readonly<Record<Language, string>> = { en: 'en-US', vi: 'vi-VN' };

/** Takes all scenes, or the named ones, in each language and color scheme: `docs/screens/NAME.LANGUAGE.SCHEME.png`. */
async function takeScreenshots(names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const scene of scenes.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for (const language of languages) await takeScene(scene, language);
  }
}

async function takeScene(scene: Scene, language: Language): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'etelecom-tenants-screens-'));
  const sandbox = await startSandbox({ apiKey: 'screens:sample-key' });
  const apps: App[] = [];
  const launch = async (env: NodeJS.ProcessEnv = {}) => {
    const app = await launchApp({ dataFolder, locale: locales[language], env });
    apps.push(app);
    return app;
  };
  try {
    const { page } = await scene.reach({ launch, sandbox, dataFolder, t: textsIn(language) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = join(folder, `${scene.name}.${language}.${colorScheme}.png`);
      const { length } = await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      if (length < leastBytes) throw new Error(`The picture is blank: ${path}`);
    }
    console.log(`${scene.name}, ${language}`);
  } finally {
    await Promise.all(apps.map((app) => app.close()));
    await sandbox.close();
    await removeKeychainEntries(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
  }
}

await takeScreenshots(process.argv.slice(2));
