import { createTheme, getDefaultZIndex } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

/** The accent color. White text on shade 6 has a contrast of at least 4.5:1. */
const accent = [
  '#eef4ff',
  '#dce7fd',
  '#bdd2fb',
  '#93b5f8',
  '#6595f3',
  '#3f77ea',
  '#2259d6',
  '#1c4ab4',
  '#1a3f93',
  '#193874',
] as const;

/** The shades of the dark scheme: Mantine's grays with some blue, to match the accent. */
const dark = [
  '#dfe1e6',
  '#b9bec7',
  '#939aa6',
  '#676e7a',
  '#434954',
  '#363b45',
  '#2a2e36',
  '#1c1f24',
  '#16181d',
  '#101216',
] as const;

export const theme = createTheme({
  black: '#1d2127',
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { accent, dark },
  // Bundled with the app. It has all Vietnamese letters and is narrow enough for an id of 19 digits.
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  fontWeights: { medium: '500', bold: '600' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem' },
      h2: { fontSize: '1.375rem' },
      h3: { fontSize: '0.9375rem' },
      h4: { fontSize: '0.8125rem' },
    },
  },
  defaultRadius: 'md',
  radius: { md: '0.4375rem', lg: '0.75rem' },
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { withArrow: false, fz: 'xs' } },
    Text: { defaultProps: { size: 'sm' } },
    // Mantine's line height of 1 would cut off the tails and the lower accents of letters in a shortened label.
    Button: { styles: { label: { lineHeight: 1.5 } } },
    Alert: {
      defaultProps: { variant: 'light', p: 'sm' },
      // A long name does not make the message wider than its alert.
      styles: { body: { minWidth: 0 }, message: { overflowWrap: 'anywhere' } },
    },
    Input: { styles: { input: { textOverflow: 'ellipsis' } } },
    InputWrapper: {
      styles: {
        label: { overflowWrap: 'anywhere' },
        description: { fontSize: 'var(--mantine-font-size-xs)', lineHeight: 1.4 },
      },
    },
    // A long name does not make an item wider than its menu.
    Menu: { styles: { itemLabel: { minWidth: 0, overflowWrap: 'anywhere' } } },
    // Below dialogs, so that notices can be between the two.
    DrawerRoot: { defaultProps: { zIndex: getDefaultZIndex('app') } },
    EmptyState: { defaultProps: { size: 'sm' } },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false },
      styles: { root: { background: 'var(--app-track)' } },
    },
  },
});

/** Returns subtle backgrounds for badges and alerts. Mantine's own are much stronger in the dark scheme. */
function tints(base: number, text: number, strength: number) {
  return Object.fromEntries(
    ['accent', 'red', 'orange', 'yellow', 'green', 'gray'].flatMap((color) => {
      const tint = (percent: number) =>
        `color-mix(in srgb, var(--mantine-color-${color}-${base}) ${percent}%, transparent)`;
      return [
        [`--mantine-color-${color}-light`, tint(strength)],
        [`--mantine-color-${color}-light-hover`, tint(strength + 4)],
        [`--mantine-color-${color}-light-color`, `var(--mantine-color-${color}-${text})`],
      ];
    }),
  );
}

/** The app's colors, and darker grays for secondary text: Mantine's are too pale to read comfortably. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...tints(6, 9, 10),
    '--mantine-color-accent-light-color': 'var(--mantine-color-accent-6)',
    // Mantine's darkest orange is too pale for text on an orange background.
    '--mantine-color-orange-light-color': '#b33a08',
    // Mantine's own is too pale for small text, in both schemes.
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-dimmed': '#5d6673',
    '--mantine-color-placeholder': '#737c89',
    '--mantine-color-default-border': '#d5d9e0',
    '--mantine-color-disabled': '#eef0f3',
    '--app-chrome': '#f6f7f9',
    '--app-line': '#e6e8ec',
    '--app-hover': '#f3f5f8',
    '--app-selected': '#e9f0fe',
    '--app-track': '#e9ebef',
  },
  dark: {
    ...tints(5, 3, 14),
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-dimmed': '#9aa1ad',
    '--mantine-color-placeholder': '#7d8592',
    '--mantine-color-default-border': '#3a3f49',
    '--mantine-color-disabled': '#24282f',
    '--app-chrome': '#16181d',
    '--app-line': '#2a2e36',
    '--app-hover': '#22262d',
    '--app-selected': '#1e2c4a',
    '--app-track': '#101216',
  },
});
