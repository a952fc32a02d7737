import { Textarea } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote } from '../../src-shared/limits.ts';
import { FailedSave } from './failed-save.tsx';
import { isSubmitKey } from './is-submit-key.ts';
import { useNoteDrafts } from './note-drafts.tsx';

interface NoteFieldProps {
  accountId: string;
  /** The key of the tenant. Another tenant needs another field. */
  tenantKey: string;
  /** The saved note. */
  note: string;
}

/** The note of a tenant. It is saved when the user leaves the field, closes the drawer or closes the app, and with Ctrl+Enter. */
export function NoteField({ accountId, tenantKey, note }: NoteFieldProps) {
  const { t } = useTranslation();
  const drafts = useNoteDrafts();
  // The key of a tenant has no account if one account is shown.
  const draftKey = `${accountId} ${tenantKey}`;
  const draft = drafts.draftOf(draftKey);
  const save = () => {
    drafts.save(draftKey, { accountId, tenants: { keys: [tenantKey] } });
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const tryAgain = () => {
    // The button disappears. Without this, the drawer moves the focus to another field.
    field.current?.focus();
    save();
  };
  const saveOnClose = useEffectEvent(save);
  useEffect(() => () => saveOnClose(), []);
  // The app may be closed while the user types.
  useWindowEvent('pagehide', save);
  return (
    <>
      <Textarea
        ref={field}
        size="xs"
        label={t('marks.note')}
        description={t('marks.noteHint')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={longestNote}
        value={draft?.text ?? note}
        onChange={(event) => drafts.type(draftKey, event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isSubmitKey(event)) save();
        }}
      />
      {draft?.error && <FailedSave error={draft.error} onRetry={tryAgain} />}
    </>
  );
}
