import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../choices.ts';
import { firstScreen } from './en/first-screen/index.ts';
import { later } from './en/later/index.ts';
import { locales } from './index.ts';
import { Sources } from './test-used-texts.ts';
import { firstScreen as viFirstScreen } from './vi/first-screen/index.ts';
import { later as viLater } from './vi/later/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const plural = /_(zero|one|two|few|many|other)$/;
/** The end of the key of a text about these records only: https://www.i18next.com/translation-function/context */
const context = /_(tenants|hotlines)$/;

describe.each(languages)('the texts in %s', (language) => {
  const texts = flatten(locales[language].translation);

  test('have all plural forms of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const expected = [...pluralCategories].sort();
    const forms = Map.groupBy(
      [...texts.keys()].filter((key) => plural.test(key)),
      (key) => key.replace(plural, ''),
    );
    for (const [key, keys] of forms) {
      expect(keys.map((form) => form.slice(key.length + 1)).sort(), key).toEqual(expected);
    }
  });

  test('are not empty, and have no spaces at their ends', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toBe('');
      expect(text.trim(), key).toBe(text);
      // Accents must be part of their letters, or the same word could be written in two ways.
      expect(text.normalize('NFC'), key).toBe(text);
    }
  });
});

test('every language has the same texts with the same placeholders', () => {
  const [first, ...others] = languages.map((language) => placeholdersOf(language));
  for (const other of others) expect(other).toEqual(first);
});

describe('the sources', { timeout: 180_000 }, () => {
  const keys = [...flatten(locales.en.translation).keys()];
  const isBranch = (key: string) => keys.some((each) => each.startsWith(`${key}.`));
  let sources: Sources;
  beforeAll(() => {
    sources = new Sources(root, isBranch);
  }, 180_000);

  /** Returns those of `keys` that these files use. */
  function findUsed(files: readonly string[]): string[] {
    const used = sources.usedTexts(files);
    return keys.filter((key) => {
      const form = key.replace(plural, '');
      const base = form.replace(context, '');
      return (
        [key, form, base].some((each) => used.keys.has(each)) ||
        [...used.branches].some(
          ([branch, words]) =>
            base.startsWith(`${branch}.`) &&
            base
              .slice(branch.length + 1)
              .split('.')
              .every((part) => words.has(part)),
        )
      );
    });
  }

  test('use every text', () => {
    const used = new Set(findUsed(sources.files()));
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  test('use in the first screen exactly the texts that it loads', () => {
    const files = sources.filesLoadedWith('src-renderer/main.ts', 'src-renderer/start.tsx');
    expect(files.length).toBeGreaterThan(100);
    // All that show an error wait for its text, except for the one error that can be shown when nothing else works.
    const texts = findUsed(files.filter((file) => !/\/error-(alert|text-key)\.tsx?$/.test(file)));
    expect([...texts, 'errors.internal'].sort()).toEqual([...flatten(firstScreen).keys()].sort());
  });
});

test.each(['firstScreen', 'later'] as const)('every language loads the same texts: %s', (part) => {
  const keysOf = (texts: Texts) =>
    [...new Set([...flatten(texts).keys()].map((key) => key.replace(plural, '')))].sort();
  const texts = {
    firstScreen: { en: firstScreen, vi: viFirstScreen },
    later: { en: later, vi: viLater },
  };
  expect(keysOf(texts[part].vi)).toEqual(keysOf(texts[part].en));
});

test('the page uses only the texts that it loads', () => {
  const loaded = { ...firstScreen, ...later };
  const rooms = Object.keys(locales.en.translation).filter((room) => !Object.hasOwn(loaded, room));
  const others = new RegExp(`['\`"](?:${rooms.join('|')})\\.\\w`);
  const sources = globSync('src-renderer/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.includes('.test.'),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(rooms).toContain('menu');
  const found = sources.filter((file) => others.test(readFileSync(`${root}/${file}`, 'utf8')));
  expect(found).toEqual([]);
});

interface Texts {
  readonly [key: string]: string | Texts;
}

/** Returns all texts by their full keys: `screens.common.close`. */
function flatten(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [[`${prefix}${key}`, text] as const]
        : [...flatten(text, `${prefix}${key}.`)],
    ),
  );
}

/** Returns the placeholders of each text, over all plural forms: `{{count, number}}`. */
function placeholdersOf(language: (typeof languages)[number]): Record<string, string[]> {
  const forms = Map.groupBy(flatten(locales[language].translation), ([key]) =>
    key.replace(plural, ''),
  );
  return Object.fromEntries(
    [...forms].map(([key, texts]) => {
      const found = texts.flatMap(([, text]) => text.match(/\{\{.*?\}\}/g) ?? []);
      return [key, [...new Set(found)].sort()];
    }),
  );
}
