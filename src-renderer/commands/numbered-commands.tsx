import { useCommand } from './commands-context.ts';
import type { OfferedName } from './commands.ts';

interface Target {
  /** The name of the view or account. */
  label: string;
  onShow: () => void;
}

interface NumberedCommandsProps {
  kind: 'view' | 'account';
  targets: readonly Target[];
}

/** Offers a command for each view, or each account, that shows it. The first nine have a shortcut. */
export function NumberedCommands({ kind, targets }: NumberedCommandsProps) {
  return targets.map((target, index) => {
    const name = `${kind}${index + 1}` as const;
    return <NumberedCommand key={name} name={name} {...target} />;
  });
}

/** Offers one command. It is a component because hooks must not be called in a loop. */
function NumberedCommand({ name, label, onShow }: Target & { name: OfferedName }) {
  useCommand(name, onShow, label);
  return null;
}
