import { DEFAULT_THEME, luminance } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { accountColors } from '../../src-shared/choices.ts';
import { dotShades } from './dot-color.ts';

/** The windows' backgrounds, of menus and of the chrome. */
const grounds = { light: ['#ffffff', '#f6f7f9'], dark: ['#2a2e36', '#16181d'] };

/** WCAG 2.2, 1.4.11: what is needed to tell things apart stands out by 3:1. */
describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(accountColors)('a dot in %s can be seen', (color) => {
    const dot = DEFAULT_THEME.colors[color][dotShades[scheme]];
    for (const ground of grounds[scheme]) expect(contrast(dot, ground)).toBeGreaterThan(3);
  });
});

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}
