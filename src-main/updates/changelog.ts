import type { ReleaseNotes } from '../../src-shared/updates.ts';

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
    const [heading = '', ...lines] = section.split('\n');
    const text = lines.join('\n').trim();
    if (heading.trim() === '[Unreleased]') return { version: null, date: null, text };
    const [, version, date] =
      /^\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/.exec(heading.trim()) ?? [];
    if (version === undefined || date === undefined) {
      throw new Error(`"${heading.trim()}" is not a heading of a version`);
    }
    return { version, date, text };
  });
}

/** Returns what a changelog says about its versions, newest first, as plain text. Versions without changes are left out. */
export function readReleaseNotes(markdown: string): ReleaseNotes[] {
  return parseChangelog(markdown)
    .map(({ version, date, text }) => ({ version, date, groups: readGroups(text) }))
    .filter(({ groups }) => groups.length > 0);
}

function readGroups(text: string): ReleaseNotes['groups'] {
  const [, ...groups] = text.split(/^### /m);
  return groups.map((group) => {
    const [title = '', ...lines] = group.split('\n');
    const [, ...items] = lines.join('\n').split(/^- /m);
    return { title: title.trim(), items: items.map(toPlainText) };
  });
}

/** Removes line breaks and the Markdown of emphasis, code and links. */
function toPlainText(markdown: string): string {
  return markdown
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|`|(?<![\p{L}\d])_|_(?![\p{L}\d]))/gu, '');
}
