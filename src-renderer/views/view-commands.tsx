import { useCommand } from '../commands/commands-context.ts';
import { NumberedCommands } from '../commands/numbered-commands.tsx';
import { useViews } from './views-provider.tsx';

/** Offers a command for each view that shows it, and a command that shows all tenants. */
export function ViewCommands() {
  const { views, shown, show } = useViews();
  useCommand('allTenants', shown === null ? null : () => show(null));
  const targets = views.map(({ viewId, name }) => ({ label: name, onShow: () => show(viewId) }));
  return <NumberedCommands kind="view" targets={targets} />;
}
