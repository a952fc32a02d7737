import type { Language } from '../../src-shared/preferences.ts';
import type { ReleaseNotes } from '../../src-shared/updates.ts';
import { readReleaseNotes } from './changelog.ts';

/** Joins the changelogs into the text that is published with a release. */
export function joinChangelogs({ en, vi }: Record<Language, string>): string {
  return `${en.trim()}\n\n${vi.trim()}\n`;
}

interface Changelogs {
  /** As `joinChangelogs` returns, of the newer version; `null` if there is none. Comes from the network. */
  released: string | null;
  /** Of this version. */
  own: Record<Language, string>;
  language: Language;
}

/** Returns what is new: as the newer version tells it, if it does, else as this version does. */
export function chooseReleaseNotes({ released, own, language }: Changelogs): ReleaseNotes[] {
  const newer = released === null ? [] : readReleased(released, language);
  return newer.length > 0 ? newer : readReleaseNotes(own[language]);
}

function readReleased(text: string, language: Language): ReleaseNotes[] {
  const [en, vi] = text.split(/^(?=# )/m);
  const markdown = language === 'vi' ? vi : en;
  try {
    return markdown === undefined ? [] : readReleaseNotes(markdown);
  } catch {
    // It is not written as this version expects.
    return [];
  }
}
