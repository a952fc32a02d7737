import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation, AnnotationChange } from '../../src-shared/annotations.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { tagKey } from '../../src-shared/tag-key.ts';
import { useAnnotations } from './annotations-provider.tsx';
import { FailedSave } from './failed-save.tsx';
import { NoteField } from './note-field.tsx';
import { TagsField } from './tags-field.tsx';
import { useAnnotate } from './use-annotate.ts';

interface TenantAnnotationsProps {
  /** The account that is shown, or all accounts. */
  accountId: string;
  /** The key of the tenant. Another tenant needs another component. */
  tenantKey: string;
  /** `undefined` if the tenant has no star, note or tags. */
  annotation: Annotation | undefined;
}

/** A change of the tags, with the tags that the field shows until it is saved. */
interface TagsChange {
  change: AnnotationChange;
  wanted: string[];
}

/** The star, the tags and the note of a tenant, which can be changed. */
export function TenantAnnotations({ accountId, tenantKey, annotation }: TenantAnnotationsProps) {
  const { t } = useTranslation();
  const { isStarred = false, tags: savedTags = [], note = '' } = annotation ?? {};
  /** What is being saved, or could not be saved. */
  const [tags, setTags] = useState<string[] | null>(null);
  const { save, onError } = useSave(accountId, tenantKey);
  const saveStar = useMutation({
    mutationFn: (change: AnnotationChange) => save(change),
    onError,
  });
  const saveTags = useMutation({
    mutationFn: ({ change }: TagsChange) => save(change),
    // One after the other, because each is the difference to what is saved.
    scope: { id: `tags ${accountId} ${tenantKey}` },
    // A later change contains this one, so its tags stay until it is saved as well.
    onSuccess: (_before, { wanted }) => setTags((shown) => (shown === wanted ? null : shown)),
    onError: (error, { change }) => onError(error, change),
  });
  const changeTags = (wanted: string[]) => {
    const shown = tags ?? savedTags;
    setTags(wanted);
    saveTags.mutate({
      change: {
        addTags: without(wanted, savedTags),
        // A tag that was added a moment ago is perhaps not in the saved tags yet.
        removeTags: without([...savedTags, ...shown], wanted),
      },
      wanted,
    });
  };
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('marks.yours')}
        </Title>
        <Button
          size="xs"
          variant={isStarred ? 'light' : 'default'}
          aria-pressed={isStarred}
          leftSection={isStarred ? <IconStarFilled size={14} /> : <IconStar size={14} />}
          onClick={() => saveStar.mutate({ isStarred: !isStarred })}
        >
          {t(isStarred ? 'marks.starred' : 'marks.star')}
        </Button>
      </Group>
      {saveStar.isError && (
        <FailedSave error={saveStar.error} onRetry={() => saveStar.mutate(saveStar.variables)} />
      )}
      <TagsField
        accountId={accountId}
        label={t('marks.tags')}
        placeholder={t('marks.addTag')}
        tags={tags ?? savedTags}
        onChange={changeTags}
      />
      {saveTags.isError && (
        <FailedSave error={saveTags.error} onRetry={() => saveTags.mutate(saveTags.variables)} />
      )}
      <NoteField accountId={accountId} tenantKey={tenantKey} note={note} />
      <Text size="xs" c="dimmed">
        {t('marks.onlyHere')}
      </Text>
    </Stack>
  );
}

/**
 * Returns a function that saves a change of a tenant, and one that handles its failure: once the tenant has been left,
 * the failure is shown in a notice.
 */
function useSave(accountId: string, tenantKey: string) {
  const { annotate } = useAnnotate();
  const { change: changeInNotice, showFailure } = useAnnotations();
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const requestOf = (change: AnnotationChange) => ({
    accountId,
    tenants: { keys: [tenantKey] },
    change,
  });
  return {
    save: (change: AnnotationChange) => annotate(requestOf(change)),
    onError: (error: AppError, change: AnnotationChange) => {
      if (!isShown.current) showFailure(error, () => changeInNotice(requestOf(change)));
    },
  };
}

/** Returns the tags that the others do not have. */
function without(tags: readonly string[], others: readonly string[]): string[] {
  return tags.filter((tag) => others.every((other) => tagKey(other) !== tagKey(tag)));
}
