import { useDisclosure } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import type { ComponentType } from 'react';
import type { CommandName } from '../../src-shared/commands.ts';
import { useCommand } from './commands-context.ts';

export interface CommandDialogProps {
  opened: boolean;
  onClose: () => void;
}

interface LazyDialogProps {
  command: CommandName;
  /** Made with React's `lazy`: it is loaded when it is opened for the first time. */
  dialog: ComponentType<CommandDialogProps>;
}

/** A dialog that a command opens. */
export function LazyDialog({ command, dialog: Dialog }: LazyDialogProps) {
  const [opened, { open, close }] = useDisclosure();
  const [wasOpened, setWasOpened] = useState(false);
  useCommand(command, () => {
    setWasOpened(true);
    open();
  });
  return (
    wasOpened && (
      <Suspense fallback={null}>
        <Dialog opened={opened} onClose={close} />
      </Suspense>
    )
  );
}
