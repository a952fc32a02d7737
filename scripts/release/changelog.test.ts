import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseChangelog } from '../../src-main/updates/changelog.ts';
import { root } from '../run.ts';
import { releaseNotes } from './changelog.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

test('both changelogs have the same versions with the same number of changes', () => {
  const shapeOf = (name: string) =>
    parseChangelog(read(name)).map(({ version, date, text }) => ({
      version,
      date,
      groups: text.match(/^### /gm)?.length ?? 0,
      changes: text.match(/^- /gm)?.length ?? 0,
    }));
  const english = shapeOf('CHANGELOG.md');
  expect(english.length).toBeGreaterThan(0);
  expect(shapeOf('CHANGELOG.vi.md')).toEqual(english);
});

const english = `# Changelog
## [Unreleased]
## [0.2.0] - 2026-12-24
### Added
- A tree
## [0.1.0] - 2026-12-01
### Added
- Everything
`;
const vietnamese = english.replace('Added', 'Thêm mới').replace('A tree', 'Một cái cây');
const changelogs = { english, vietnamese };
const keptVersions = ['0.1.0', '0.2.0'];

test('a release shows its own changes, in both languages', () => {
  expect(parseChangelog(english)).toEqual([
    { version: null, date: null, text: '' },
    { version: '0.2.0', date: '2026-12-24', text: '### Added\n- A tree' },
    { version: '0.1.0', date: '2026-12-01', text: '### Added\n- Everything' },
  ]);
  const notes = releaseNotes({ tag: 'v0.2.0', version: '0.2.0', changelogs, keptVersions });
  expect(notes).toContain('- A tree');
  expect(notes).toContain('- Một cái cây');
  expect(notes).not.toContain('Everything');
});

test('a release is refused if its tag, its version and the changelogs do not agree', () => {
  const notesOf = (tag: string, version: string) => () =>
    releaseNotes({ tag, version, changelogs, keptVersions });
  expect(notesOf('v0.2.1', '0.2.0')).toThrow('does not match');
  expect(notesOf('v0.3.0', '0.3.0')).toThrow('CHANGELOG.md says nothing about 0.3.0');
  const withoutVietnamese = { english, vietnamese: '# Nhật ký\n## [Unreleased]\n' };
  expect(() =>
    releaseNotes({
      ...{ tag: 'v0.2.0', version: '0.2.0', keptVersions },
      changelogs: withoutVietnamese,
    }),
  ).toThrow('CHANGELOG.vi.md');
  expect(() => parseChangelog('## 0.2.0\n')).toThrow('"0.2.0"');
});

test('a release is refused if the data of its version, or of an earlier one, is not kept', () => {
  for (const missing of keptVersions) {
    const kept = keptVersions.filter((version) => version !== missing);
    const release = { tag: 'v0.2.0', version: '0.2.0', changelogs, keptVersions: kept };
    expect(() => releaseNotes(release)).toThrow(`The data of ${missing} is not kept`);
  }
});
