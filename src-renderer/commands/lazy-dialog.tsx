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
  /** A component made with React's `lazy`. It is loaded when it first opens. */
  dialog: ComponentType<CommandDialogProps>;
}

/** Offers a command that opens a dialog. */
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
