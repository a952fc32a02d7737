import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconArrowRight,
  IconCopy,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../src-shared/views.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { useViews } from './views-provider.tsx';

interface ViewActionsProps {
  view: View;
  onRename: () => void;
  onRemove: () => void;
}

/** The items of the menu of a view. */
export function ViewActions({ view, onRename, onRemove }: ViewActionsProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const { views, canAdd, isChanged, save, reset, duplicate, move } = useViews();
  const place = views.indexOf(view);
  return (
    <>
      {isChanged(view) && (
        <>
          <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => save(view)}>
            {t('views.save')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={() => reset(view)}>
            {t('views.reset')}
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      <Menu.Item leftSection={<IconPencil size={15} />} rightSection="F2" onClick={onRename}>
        {t('views.rename')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={15} />}
        disabled={!canAdd}
        onClick={() => duplicate(view, t('views.copyOf', { name: view.name }))}
      >
        {t('views.duplicate')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowLeft size={15} />}
        rightSection={shortcutText('mod+shift+ArrowLeft')}
        disabled={place === 0}
        onClick={() => move(view, -1)}
      >
        {t('views.moveLeft')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowRight size={15} />}
        rightSection={shortcutText('mod+shift+ArrowRight')}
        disabled={place === views.length - 1}
        onClick={() => move(view, 1)}
      >
        {t('views.moveRight')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconTrash size={15} />} onClick={onRemove}>
        {t('views.delete')}
      </Menu.Item>
    </>
  );
}
