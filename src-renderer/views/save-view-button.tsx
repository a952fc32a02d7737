import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';
import { SaveViewDialog } from './view-dialogs.tsx';
import { useViews } from './views-provider.tsx';

/** A button that saves what the list shows as a new view. */
export function SaveViewButton() {
  const { t } = useTranslation();
  const { canAdd } = useViews();
  const [opened, { open, close }] = useDisclosure();
  useCommand('saveView', canAdd ? open : null);
  return (
    <>
      <ActionIcon
        data-hint={t('views.add.button')}
        size={30}
        variant="default"
        aria-label={t('views.add.button')}
        disabled={!canAdd}
        onClick={open}
      >
        <IconBookmarkPlus size={16} />
      </ActionIcon>
      <SaveViewDialog opened={opened} onClose={close} />
    </>
  );
}
