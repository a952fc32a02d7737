import { TagsInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cutText } from '../../src-shared/cut-text.ts';
import { tagKey } from '../../src-shared/tag-key.ts';
import { longestTag, mostTags } from '../../src-shared/limits.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { tagsQuery } from '../queries/tags-query.ts';

interface TagsFieldProps {
  /** The account, or all accounts, whose tags are offered. */
  accountId: string;
  label: string;
  /** Shown while there are no tags. */
  placeholder: string | undefined;
  hasAutofocus?: boolean;
  tags: string[];
  onChange: (tags: string[]) => void;
}

/** A field for any number of tags. It offers those that are in use. A typed tag is added when the field disappears. */
export function TagsField({
  accountId,
  label,
  placeholder,
  hasAutofocus = false,
  tags,
  onChange,
}: TagsFieldProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { data } = useQuery(tagsQuery(call, accountId));
  const [typed, setTyped] = useState('');
  const isDuplicate = (value: string, current: readonly string[]) =>
    current.some((tag) => tagKey(tag) === tagKey(value.trim()));
  const addTyped = () => {
    const tag = fit(typed);
    if (tag !== '' && tags.length < mostTags && !isDuplicate(tag, tags)) onChange([...tags, tag]);
  };
  const addOnClose = useEffectEvent(addTyped);
  useEffect(() => () => addOnClose(), []);
  // The app may be closed while the user types.
  useWindowEvent('pagehide', addTyped);
  const offered = (data ?? []).map(({ tag }) => tag);
  return (
    <TagsInput
      {...(hasAutofocus && { 'data-autofocus': true })}
      size="xs"
      label={label}
      description={t('marks.dialog.tagsHint')}
      placeholder={tags.length === 0 ? placeholder : undefined}
      data={offered}
      // An empty menu is not shown, but the first Escape would close it instead of the drawer or dialog.
      {...(offered.length === 0 && { dropdownOpened: false })}
      maxTags={mostTags}
      maxLength={longestTag}
      // Also when the field loses the focus, so that no typed tag is lost.
      acceptValueOnBlur
      isDuplicate={isDuplicate}
      splitChars={[',']}
      comboboxProps={{ shadow: 'md' }}
      searchValue={typed}
      onSearchChange={setTyped}
      value={tags}
      onChange={(changed) => onChange(changed.map(fit).filter((tag) => tag !== ''))}
    />
  );
}

/** Returns a tag as it is stored. The field limits its length before it is composed, and not if several are pasted. */
function fit(tag: string): string {
  return cutText(tag.normalize('NFC').trim(), (text) => text.length <= longestTag).trim();
}
