import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestOwnerName } from '../../src-shared/limits.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { useAnnotate } from './use-annotate.ts';

/** An owner, with the user's own name of it. */
export interface OwnerDialogContent {
  /** The account, or all accounts, in whose lists it is named. */
  accountId: string;
  ownerId: string;
  /** Empty if it has none. */
  name: string;
}

interface OwnerDialogProps {
  /** Kept while the dialog closes. */
  owner: OwnerDialogContent;
  opened: boolean;
  onClose: () => void;
}

/** A dialog that names an owner. */
export function OwnerDialog({ owner, opened, onClose }: OwnerDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog
      hasInput
      opened={opened}
      onClose={onClose}
      title={t(owner.name === '' ? 'marks.owner.title' : 'marks.owner.renameTitle')}
    >
      <OwnerForm owner={owner} onClose={onClose} />
    </AppDialog>
  );
}

function OwnerForm({ owner, onClose }: Omit<OwnerDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const { accountId, ownerId } = owner;
  const { nameOwner } = useAnnotate();
  const [name, setName] = useState(owner.name);
  const save = useMutation({
    mutationFn: (newName: string) =>
      nameOwner({ accountId, ownerId, name: newName === '' ? null : newName }),
    onSuccess: onClose,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(name.trim());
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('marks.owner.label', { id: ownerId })}
          description={t('marks.owner.hint')}
          maxLength={longestOwnerName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {save.error && <ErrorAlert error={save.error} />}
        <Group gap="xs">
          {owner.name !== '' && (
            <SteadyButton
              size="xs"
              variant="subtle"
              color="gray"
              unavailable={save.isPending}
              onClick={() => save.mutate('')}
            >
              {t('marks.owner.clear')}
            </SteadyButton>
          )}
          <Group gap="xs" ml="auto">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('screens.common.cancel')}
            </Button>
            <SteadyButton size="xs" type="submit" isPending={save.isPending}>
              {t('marks.dialog.save')}
            </SteadyButton>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
