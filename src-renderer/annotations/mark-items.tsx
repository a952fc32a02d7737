import { Menu } from '@mantine/core';
import { IconNote, IconStar, IconStarOff, IconTagMinus, IconTagPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mostExportedRows } from '../../src-shared/limits.ts';
import { useAnnotations } from './annotations-provider.tsx';
import type { MarkedTenants } from './marked-tenants.ts';

/** The items of a menu that change the annotations of tenants. */
export function MarkItems({ marked }: { marked: MarkedTenants }) {
  const { t } = useTranslation();
  const { mark, openMarkDialog } = useAnnotations();
  const { accountId, tenants, count, only } = marked;
  if (count > mostExportedRows) {
    return <Menu.Item disabled>{t('marks.tooMany', { most: mostExportedRows })}</Menu.Item>;
  }
  const star = (isStarred: boolean) => mark({ accountId, tenants, change: { isStarred } });
  const isStarred = only?.annotation?.isStarred;
  const shortcut = only !== null && 'S';
  return (
    <>
      {isStarred !== true && (
        <Menu.Item
          leftSection={<IconStar size={15} />}
          rightSection={shortcut}
          onClick={() => star(true)}
        >
          {t('marks.star')}
        </Menu.Item>
      )}
      {(isStarred === true || only === null) && (
        <Menu.Item
          leftSection={<IconStarOff size={15} />}
          rightSection={shortcut}
          onClick={() => star(false)}
        >
          {t('marks.unstar')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconTagPlus size={15} />}
        onClick={() => openMarkDialog({ what: 'addTags', marked })}
      >
        {t('marks.addTags')}
      </Menu.Item>
      {(only === null || (only.annotation?.tags.length ?? 0) > 0) && (
        <Menu.Item
          leftSection={<IconTagMinus size={15} />}
          onClick={() => openMarkDialog({ what: 'removeTags', marked })}
        >
          {t('marks.removeTags')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconNote size={15} />}
        onClick={() => openMarkDialog({ what: 'note', marked })}
      >
        {t('marks.writeNote')}
      </Menu.Item>
    </>
  );
}
