import { viewCommands } from '../../src-shared/commands.ts';
import { useCommand } from '../commands/commands-context.ts';
import { useViews } from './views-provider.tsx';

/** Offers commands that show one of the first nine views, and a command that shows all tenants. */
export function ViewCommands() {
  const { views, shown, show } = useViews();
  useCommand('allTenants', shown === null ? null : () => show(null));
  return viewCommands.map((name, index) => {
    const view = views[index];
    const run = view === undefined ? null : () => show(view.viewId);
    return <ViewCommand key={name} name={name} label={view?.name} onRun={run} />;
  });
}

interface ViewCommandProps {
  name: (typeof viewCommands)[number];
  /** The view's name. */
  label: string | undefined;
  onRun: (() => void) | null;
}

/** Offers one command. It is a component because hooks must not be called in a loop. */
function ViewCommand({ name, label, onRun }: ViewCommandProps) {
  useCommand(name, onRun, label);
  return null;
}
