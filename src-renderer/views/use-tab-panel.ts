import { useViews } from './views-provider.tsx';

/** The id of Mantine's tabs. */
export const tabsId = 'views';

/** The id of the element that shows the list. It is outside of the tabs. */
export const tabPanelId = 'views-panel';

/** The value of the tab of all tenants. */
export const allTenantsTab = 'all';

/** Returns the attributes of the element that shows the list of the chosen tab. */
export function useTabPanel() {
  const { shownTab } = useViews();
  const labelledBy = `${tabsId}-tab-${shownTab ?? allTenantsTab}`;
  return { role: 'tabpanel', id: tabPanelId, 'aria-labelledby': labelledBy };
}
