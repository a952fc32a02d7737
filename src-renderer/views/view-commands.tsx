import { useCommand } from '../commands/commands-context.ts';
import { NumberedCommands } from '../commands/numbered-commands.tsx';
import { useList } from '../list/list-provider.tsx';
import { hotlinesTab } from './tabs.ts';
import { useViews } from './views-provider.tsx';

/** Offers a command for each view that shows it, and commands that show all tenants and all hotlines. */
export function ViewCommands() {
  const { views, shownTab, show } = useViews();
  const { hasHotlines } = useList();
  useCommand('allTenants', shownTab === null ? null : () => show(null));
  const canShowHotlines = hasHotlines && shownTab !== hotlinesTab;
  useCommand('hotlines', canShowHotlines ? () => show(hotlinesTab) : null);
  const targets = views.map(({ viewId, name }) => ({ label: name, onShow: () => show(viewId) }));
  return <NumberedCommands kind="view" targets={targets} />;
}
