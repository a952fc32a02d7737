import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotatedTenant, AnnotationChange } from '../../src-shared/annotations.ts';
import { longestNote } from '../../src-shared/limits.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { isSubmitKey } from './is-submit-key.ts';
import type { MarkedTenants } from './marked-tenants.ts';
import { TagsField } from './tags-field.tsx';
import { useAnnotate } from './use-annotate.ts';

export interface MarkDialogContent {
  what: 'addTags' | 'removeTags' | 'note';
  marked: MarkedTenants;
}

interface MarkDialogProps {
  /** Kept while the dialog closes. */
  content: MarkDialogContent;
  opened: boolean;
  onClose: () => void;
  onDone: (change: AnnotationChange, before: AnnotatedTenant[]) => void;
}

/** A dialog that adds or removes tags of tenants, or writes their note. */
export function MarkDialog({ content, opened, onClose, onDone }: MarkDialogProps) {
  const { t } = useTranslation();
  const { what, marked } = content;
  return (
    <AppDialog
      hasInput
      opened={opened}
      onClose={onClose}
      title={t(`marks.dialog.${what}`, { count: marked.count })}
    >
      <MarkForm content={content} onClose={onClose} onDone={onDone} />
    </AppDialog>
  );
}

function MarkForm({ content, onClose, onDone }: Omit<MarkDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const { what, marked } = content;
  const { annotate } = useAnnotate();
  const [tags, setTags] = useState<string[]>([]);
  const [note, setNote] = useState(marked.only?.annotation?.note ?? '');
  const change: AnnotationChange = what === 'note' ? { note } : { [what]: tags };
  const save = useMutation({
    mutationFn: () => annotate({ accountId: marked.accountId, tenants: marked.tenants, change }),
    onSuccess: (before) => {
      onClose();
      onDone(change, before);
    },
  });
  const isEmpty = what !== 'note' && tags.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !save.isPending) save.mutate();
      }}
    >
      <Stack gap="md">
        {what === 'note' ? (
          <Textarea
            data-autofocus
            label={t('marks.note')}
            description={marked.only === null ? t('marks.dialog.replaces') : undefined}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={longestNote}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (isSubmitKey(event) && !save.isPending) save.mutate();
            }}
          />
        ) : (
          <TagsField
            accountId={marked.accountId}
            label={t('marks.tags')}
            placeholder={what === 'addTags' ? t('marks.addTag') : undefined}
            hasAutofocus
            tags={tags}
            onChange={setTags}
          />
        )}
        {save.error && <ErrorAlert error={save.error} />}
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('screens.common.cancel')}
          </Button>
          <SteadyButton size="xs" type="submit" unavailable={isEmpty} isPending={save.isPending}>
            {t(
              what === 'note'
                ? 'marks.dialog.save'
                : what === 'addTags'
                  ? 'marks.dialog.add'
                  : 'marks.dialog.remove',
            )}
          </SteadyButton>
        </Group>
      </Stack>
    </form>
  );
}
