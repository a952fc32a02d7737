import { Group, Kbd, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  accountCommands,
  viewCommands,
  commandNames,
  commandOf,
  type CommandName,
} from '../../src-shared/commands.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { useAvailableCommands } from './commands-context.ts';
import type { CommandDialogProps } from './lazy-dialog.tsx';
import { useShortcutText } from './use-shortcut-text.ts';

/** A dialog that lists all shortcuts. Shortcuts of accounts and views are listed only if there is the account or view. */
export function ShortcutsDialog({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const available = useAvailableCommands();
  const isMissing = (name: CommandName) =>
    [...accountCommands, ...viewCommands].some((command) => command === name) &&
    !available.has(name);
  const shown = commandNames.filter((name) => !isMissing(name));
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('commands.shortcuts')}>
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown.map((name) => {
          const { shortcuts } = commandOf(name);
          const [shortcut, alternative] = shortcuts;
          return (
            shortcut !== undefined && (
              <Group key={name} component="li" justify="space-between" wrap="nowrap">
                <Text>{available.get(name) ?? t(`commands.${name}`)}</Text>
                <Group gap={6} wrap="nowrap">
                  <Kbd>{shortcutText(shortcut)}</Kbd>
                  {alternative?.startsWith('F') && <Kbd>{alternative}</Kbd>}
                </Group>
              </Group>
            )
          );
        })}
      </Stack>
    </AppDialog>
  );
}
