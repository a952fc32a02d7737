import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languages } from '../choices.ts';
import { later } from './en/later.ts';
import { page } from './en/page.ts';
import { locales } from './index.ts';
import { findUsedTexts } from './test-used-texts.ts';

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

test('every text is used', { timeout: 180_000 }, () => {
  const keys = [...flatten(locales.en.translation).keys()];
  const isBranch = (key: string) => keys.some((each) => each.startsWith(`${key}.`));
  const used = findUsedTexts(root, isBranch);
  const isUsed = (key: string) =>
    used.keys.has(key) ||
    used.keys.has(key.replace(plural, '')) ||
    used.keys.has(key.replace(plural, '').replace(context, '')) ||
    [...used.branches].some(
      ([branch, words]) =>
        key.startsWith(`${branch}.`) &&
        key
          .slice(branch.length + 1)
          .replace(plural, '')
          .replace(context, '')
          .split('.')
          .every((part) => words.has(part)),
    );
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('the page uses only the texts that it loads', () => {
  const loaded = { ...page, ...later };
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

test('texts that the page loads later are used only where they are waited for', () => {
  const waiting =
    /^src-renderer\/(?:about\/|backup\/|commands\/shortcuts-dialog\.|connection\/base-url-field\.|import\/|managed\/|details\/unreadable-dialog\.|matching\/|proxy\/|refresh\/shrunk-list\.|saved-list\/(?:hotlines-read|proof-dialog|quick-refreshes|run-facts)\.|settings\/|updates\/)/;
  const text = new RegExp(`['\`"](?:${Object.keys(later).join('|')})\\.\\w`);
  const users = globSync('src-renderer/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    text.test(readFileSync(`${root}/${file}`, 'utf8')),
  );
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !waiting.test(file))).toEqual([]);
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
