/** The changes of one version, for users. */
export interface ChangelogSection {
  /** `null` for changes that are not released yet. */
  version: string | null;
  /** `YYYY-MM-DD`, or `null` if it is not released yet. */
  date: string | null;
  /** Markdown, without the heading. */
  text: string;
}

/**
 * Returns the sections of a changelog, newest first: https://keepachangelog.com/en/1.1.0/
 *
 * @throws Error with the first heading that is neither `[Unreleased]` nor `[1.2.3] - 2026-12-31`.
 */
export function parseChangelog(markdown: string): ChangelogSection[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => {
    const end = section.indexOf('\n');
    const heading = section.slice(0, end).trim();
    const text = section.slice(end).trim();
    if (heading === '[Unreleased]') return { version: null, date: null, text };
    const [, version, date] = /^\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/.exec(heading) ?? [];
    if (version === undefined || date === undefined) {
      throw new Error(`"${heading}" is not a heading of a version`);
    }
    return { version, date, text };
  });
}

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
