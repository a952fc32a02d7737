import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allAccounts, maximumNameLength } from '../../src-shared/choices.ts';
import type { View } from '../../src-shared/views.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { SegmentedRow } from '../ui/labeled-row.tsx';

interface ViewFormProps {
  /** The view to rename; `null` for a new one. */
  view: View | null;
  /** The shown account, or `allAccounts`. */
  accountId: string;
  onSave: (name: string, accountId: View['accountId']) => void;
  onClose: () => void;
}

interface ViewDialogProps extends ViewFormProps {
  opened: boolean;
}

/** A dialog that asks for the name of a view. For a new view, it also asks where to show it. */
export function ViewDialog({ opened, ...form }: ViewDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog
      hasInput
      opened={opened}
      onClose={form.onClose}
      title={t(form.view === null ? 'views.add.title' : 'views.renameTitle')}
    >
      <ViewForm {...form} />
    </AppDialog>
  );
}

function ViewForm({ view, accountId, onSave, onClose }: ViewFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(view?.name ?? '');
  const [isForEvery, setIsForEvery] = useState(false);
  const trimmed = name.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed === '') return;
        onClose();
        onSave(trimmed, isForEvery ? null : accountId);
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('views.name')}
          maxLength={maximumNameLength}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        {view === null && (
          <>
            <SegmentedRow
              label={t('views.for')}
              data={[
                {
                  value: 'own',
                  label: t(accountId === allAccounts ? 'views.forAllAccounts' : 'views.forAccount'),
                },
                { value: 'every', label: t('views.forEvery') },
              ]}
              value={isForEvery ? 'every' : 'own'}
              onChange={(value) => setIsForEvery(value === 'every')}
            />
            <Text size="xs" c="dimmed">
              {t('views.add.hint')}
            </Text>
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('screens.common.cancel')}
          </Button>
          <Button size="xs" type="submit" disabled={trimmed === ''}>
            {t('views.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
