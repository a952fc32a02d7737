import { parseChangelog } from '../../src-main/updates/changelog.ts';

interface Release {
  /** The Git tag: `v` and the version. */
  tag: string;
  /** The version in package.json. */
  version: string;
  changelogs: { english: string; vietnamese: string };
}

/**
 * Returns the text of a release in both languages.
 *
 * @throws Error if the tag is not the app's version, or if a changelog has no section for it.
 */
export function releaseNotes({ tag, version, changelogs }: Release): string {
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
  return `${english}\n\n---\n\n**Tiếng Việt**\n\n${vietnamese}\n`;
}
