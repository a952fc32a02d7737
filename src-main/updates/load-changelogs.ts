import type { Language } from '../../src-shared/preferences.ts';

/** Loads the changelogs that are built into the app, as Markdown. */
export async function loadChangelogs(): Promise<Record<Language, string>> {
  const [en, vi] = await Promise.all([
    import('../../CHANGELOG.md?raw'),
    import('../../CHANGELOG.vi.md?raw'),
  ]);
  return { en: en.default, vi: vi.default };
}
