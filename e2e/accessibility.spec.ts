import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixture.ts';
import { textsIn } from './scene-steps.ts';
import { furtherScenes, scenes } from './scenes.ts';

/** Level AA of WCAG 2.2, which holds all that came before it: https://www.deque.com/axe/core-documentation/api-documentation/#axecore-tags */
const levelAA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Enough for two pages of a refresh; axe looks at every row.
test.use({ tenantCount: 150 });
test.slow();

for (const scene of [...scenes, ...furtherScenes]) {
  test(`axe finds nothing wrong on: ${scene.name}`, async ({ launchApp, sandbox, dataFolder }) => {
    const app = await scene.reach({
      launch: () => launchApp(),
      sandbox,
      dataFolder,
      t: textsIn('en'),
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await app.screenshot(`${scene.name}.${colorScheme}`);
      // Legacy mode asks for no second page, which Electron could not open; there are no frames to gather from.
      const { violations } = await new AxeBuilder({ page: app.page })
        .setLegacyMode()
        // Selectors for passed elements would take most of the time.
        .options({ resultTypes: ['violations'] })
        .withTags(levelAA)
        .analyze();
      expect.soft(violations.flatMap(describe), colorScheme).toEqual([]);
    }
  });
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/** What is wrong and where, to be read in a failed test. */
function describe({ id, nodes }: Violation): string[] {
  return nodes
    .filter(({ failureSummary = '' }) => !isFocusHolder(id, failureSummary))
    .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`);
}

/**
 * Mantine's menus begin with an empty element without a role, which holds the focus until an arrow key moves it:
 * https://mantine.dev/core/menu/#initial-focus
 */
function isFocusHolder(id: string, failureSummary: string): boolean {
  return (
    id === 'aria-required-children' && failureSummary.endsWith('not allowed: [role=presentation]')
  );
}
