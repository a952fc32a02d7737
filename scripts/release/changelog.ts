import { parseChangelog } from '../../src-main/updates/changelog.ts';
import { versionsWithoutData } from '../released-data/kept-versions.ts';

interface Release {
  /** The Git tag: `v` and the version. */
  tag: string;
  /** The version in package.json. */
  version: string;
  changelogs: { english: string; vietnamese: string };
  /** The versions whose data is kept for the tests of later versions. */
  keptVersions: readonly string[];
}

/**
 * Returns the text of a release in both languages.
 *
 * @throws Error if the tag is not the app's version, if a changelog has no section for it, or if the data of a released
 * version is not kept.
 */
export function releaseNotes({ tag, version, changelogs, keptVersions }: Release): string {
  if (tag !== `v${version}`) {
    throw new Error(`The tag ${tag} does not match the version ${version} in package.json`);
  }
  const textOf = (markdown: string, name: string) => {
    const section = parseChangelog(markdown).find((one) => one.version === version);
    if (section === undefined || section.text === '') {
      throw new Error(`${name} says nothing about ${version}`);
    }
    return section.text;
  };
  const english = textOf(changelogs.english, 'CHANGELOG.md');
  const vietnamese = textOf(changelogs.vietnamese, 'CHANGELOG.vi.md');
  const [missing] = versionsWithoutData(changelogs.english, keptVersions);
  if (missing !== undefined) {
    throw new Error(
      `The data of ${missing} is not kept. Run "npm run keep-data" with that version`,
    );
  }
  return `${english}\n\n---\n\n**Tiếng Việt**\n\n${vietnamese}\n`;
}
