import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { flattenedTexts } from './cut-texts.ts';
import { expect, test } from './fixture.ts';
import { findUnclearStates } from './forced-colors.ts';
import { textsIn } from './scene-steps.ts';
import { furtherScenes, scenes } from './scenes.ts';

/** Level AA of WCAG 2.2 and the versions before it: https://www.deque.com/axe/core-documentation/api-documentation/#axecore-tags */
const levelAA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of level AA whose results depend on the colors. */
const colorRules = ['color-contrast', 'link-in-text-block'];

test.slow();

for (const scene of [...scenes, ...furtherScenes]) {
  test.describe(() => {
    // Axe checks every row, which takes most of the time. Only a refresh needs two pages of rows.
    test.use({ tenantCount: scene.name === 'refresh' ? 150 : 20 });

    test(`axe finds no violations: ${scene.name}`, async ({ launchApp, sandbox, dataFolder }) => {
      const app = await scene.reach({
        launch: (env = {}) => launchApp({ env }),
        sandbox,
        dataFolder,
        t: textsIn('en'),
      });
      const paint = async (colorScheme: 'light' | 'dark') => {
        await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await app.screenshot(`${scene.name}.${colorScheme}`);
      };
      await paint('light');
      expect.soft(await flattenedTexts(app.page.locator('body')), 'cut off').toEqual([]);
      const { violations } = await axe(app.page).withTags(levelAA).analyze();
      expect.soft(violations.flatMap(describe), 'light').toEqual([]);

      await paint('dark');
      const dark = await axe(app.page).withRules(colorRules).analyze();
      expect.soft(dark.violations.flatMap(describe), 'dark').toEqual([]);

      await app.page.emulateMedia({ forcedColors: 'active' });
      await app.screenshot(`${scene.name}.forced`);
      expect.soft(await findUnclearStates(app.page), 'forced colors').toEqual([]);
    });
  });
}

function axe(page: Page): AxeBuilder {
  return (
    new AxeBuilder({ page })
      // Legacy mode does not open a second page, which Electron does not support. There are no frames to analyze.
      .setLegacyMode()
      // Selectors for passed elements would take most of the time.
      .options({ resultTypes: ['violations'] })
  );
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/** Describes what is wrong and where, for the message of a failed test. */
function describe({ id, nodes }: Violation): string[] {
  return nodes
    .filter(({ failureSummary = '' }) => !isFocusHolder(id, failureSummary))
    .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`);
}

/**
 * Mantine's menus start with an empty element without a role. It has the focus until an arrow key is pressed:
 * https://mantine.dev/core/menu/#initial-focus
 */
function isFocusHolder(id: string, failureSummary: string): boolean {
  return (
    id === 'aria-required-children' && failureSummary.endsWith('not allowed: [role=presentation]')
  );
}
