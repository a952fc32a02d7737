import { DEFAULT_THEME, luminance } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { accountColors } from '../../src-shared/choices.ts';
import { dotShades } from './account-dot.tsx';

/** The backgrounds of menus and of the header, see theme.ts. */
const backgrounds = { light: ['#ffffff', '#f6f7f9'], dark: ['#2a2e36', '#16181d'] };

/** Minimum contrast of graphics: https://www.w3.org/TR/WCAG22/#non-text-contrast */
describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(accountColors)('a %s dot has a contrast of 3:1', (color) => {
    const dot = DEFAULT_THEME.colors[color][dotShades[scheme]];
    for (const background of backgrounds[scheme]) {
      expect(contrast(dot, background)).toBeGreaterThan(3);
    }
  });
});

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}
