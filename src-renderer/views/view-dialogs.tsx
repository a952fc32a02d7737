import { useState } from 'react';
import type { View } from '../../src-shared/views.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useViews } from './views-provider.tsx';

const ViewDialog = lazyPart(async () => (await import('./view-dialog.tsx')).ViewDialog);

interface SaveViewDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** A dialog that saves what the list shows as a new view. */
export function SaveViewDialog({ opened, onClose }: SaveViewDialogProps) {
  const { accountId, add } = useViews();
  return (
    <Later isWanted={opened}>
      <ViewDialog
        opened={opened}
        onClose={onClose}
        view={null}
        accountId={accountId}
        onSave={add}
      />
    </Later>
  );
}

interface RenameViewDialogProps {
  /** `null` closes the dialog. */
  view: View | null;
  onClose: () => void;
}

/** A dialog that renames a view. */
export function RenameViewDialog({ view, onClose }: RenameViewDialogProps) {
  const { accountId, rename } = useViews();
  // The dialog still shows the view while it fades out.
  const [lastView, setLastView] = useState(view);
  if (view !== null && view !== lastView) setLastView(view);
  return (
    <Later isWanted={view !== null}>
      <ViewDialog
        opened={view !== null}
        onClose={onClose}
        view={lastView}
        accountId={accountId}
        onSave={(name) => {
          if (lastView !== null) rename(lastView, name);
        }}
      />
    </Later>
  );
}
