import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation, AnnotationChange } from '../../src-shared/annotations.ts';
import { tagKey } from '../../src-shared/tag-key.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { NoteField } from './note-field.tsx';
import { TagsField } from './tags-field.tsx';
import { useAnnotate } from './use-annotate.ts';

interface TenantAnnotationsProps {
  /** The account that is shown, or all accounts. */
  accountId: string;
  tenant: Tenant;
  /** `undefined` if the tenant has no star, note or tags. */
  annotation: Annotation | undefined;
}

/** The star, the tags and the note of a tenant, which can be changed. */
export function TenantAnnotations({ accountId, tenant, annotation }: TenantAnnotationsProps) {
  const { t } = useTranslation();
  const key = tenantKey(tenant);
  const { annotate } = useAnnotate();
  const { isStarred = false, tags: savedTags = [], note = '' } = annotation ?? {};
  /** What is being saved, or could not be saved. */
  const [tags, setTags] = useState<string[] | null>(null);
  const save = useMutation({
    mutationFn: (change: AnnotationChange) =>
      annotate({ accountId, tenants: { keys: [key] }, change }),
    // One after the other, because each is the difference to what is saved.
    scope: { id: `annotate ${key}` },
  });
  const changeTags = (wanted: string[]) => {
    const shown = tags ?? savedTags;
    setTags(wanted);
    save.mutate(
      {
        addTags: without(wanted, savedTags),
        // A tag that was added a moment ago is perhaps not in the saved tags yet.
        removeTags: without([...savedTags, ...shown], wanted),
      },
      // Called for the last change only, so that no tag disappears in between.
      { onSuccess: () => setTags(null) },
    );
  };
  const { error, variables } = save;
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
          onClick={() => save.mutate({ isStarred: !isStarred })}
        >
          {t(isStarred ? 'marks.starred' : 'marks.star')}
        </Button>
      </Group>
      <TagsField
        accountId={accountId}
        label={t('marks.tags')}
        tags={tags ?? savedTags}
        onChange={changeTags}
      />
      <NoteField key={key} accountId={accountId} tenantKey={key} note={note} />
      {error && (
        <ErrorAlert error={error}>
          <Button size="xs" variant="default" onClick={() => save.mutate(variables)}>
            {t('screens.common.tryAgain')}
          </Button>
        </ErrorAlert>
      )}
      <Text size="xs" c="dimmed">
        {t('marks.onlyHere')}
      </Text>
    </Stack>
  );
}

/** Returns the tags that the others do not have. */
function without(tags: readonly string[], others: readonly string[]): string[] {
  return tags.filter((tag) => others.every((other) => tagKey(other) !== tagKey(tag)));
}
