import { useDisclosure } from '@mantine/hooks';
import { useCommand } from '../commands/commands-context.ts';
import { useList } from '../list/list-provider.tsx';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';

const ImportDialog = lazyPart(async () => (await import('./import-dialog.tsx')).ImportDialog);

/** Offers the command that imports names of owners, tags and notes, and shows its dialog. */
export function ImportCommand() {
  const { source } = useList();
  const [isOpen, dialog] = useDisclosure();
  useCommand('importAnnotations', source === 'saved' ? dialog.open : null);
  return (
    <Later isWanted={isOpen}>
      <ImportDialog opened={isOpen} onClose={dialog.close} />
    </Later>
  );
}
