import { expect, it } from 'vitest';
import { readReleaseNotes } from './changelog.ts';
import { chooseReleaseNotes, joinChangelogs } from './choose-release-notes.ts';

const changelog = (title: string, item: string) => `# ${title}

About this file.

## [Unreleased]

## [0.2.0] - 2026-12-24

### Added

- ${item} on two
  lines, with _emphasis_, **importance**, \`code\` and [a link](https://example.com).
- snake_case_stays
`;

it('reads the notes as plain text, and leaves out versions without changes', () => {
  expect(readReleaseNotes(changelog('Changelog', 'A tree'))).toEqual([
    {
      version: '0.2.0',
      date: '2026-12-24',
      groups: [
        {
          title: 'Added',
          items: [
            'A tree on two lines, with emphasis, importance, code and a link.',
            'snake_case_stays',
          ],
        },
      ],
    },
  ]);
});

const own = { en: changelog('Changelog', 'Own'), vi: changelog('Nhật ký thay đổi', 'Riêng') };
const newer = joinChangelogs({
  en: changelog('Changelog', 'Newer'),
  vi: changelog('Nhật ký thay đổi', 'Mới hơn'),
});
const firstItem = (released: string | null, language: 'en' | 'vi') =>
  chooseReleaseNotes({ released, own, language })[0]?.groups[0]?.items[0];

it('tells what a newer version tells, in the user’s language', () => {
  expect(firstItem(newer, 'en')).toMatch(/^Newer /);
  expect(firstItem(newer, 'vi')).toMatch(/^Mới hơn /);
});

it.each([null, '', '<p>Notes of another kind</p>', '# Changelog\n\n## Next\n\n### Added\n\n- X\n'])(
  'tells what this version tells if a newer one tells nothing that it understands: %j',
  (released) => {
    expect(firstItem(released, 'vi')).toMatch(/^Riêng /);
  },
);
