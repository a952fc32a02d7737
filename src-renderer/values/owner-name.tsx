import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import { markText } from './mark-text.tsx';
import classes from './owner-name.module.css';

interface OwnerNameProps {
  name: string;
  ownerId: string;
  t: TFunction;
  /** The search text, whose words are marked. */
  query?: string | undefined;
}

/** The user's own name of an owner. Screen readers also read the id; others see it under the pointer. */
export function OwnerName({ name, ownerId, t, query }: OwnerNameProps) {
  return (
    <span className={classes.owner}>
      {markText(name, query)}
      <VisuallyHidden> {t('marks.owner.id', { id: ownerId })}</VisuallyHidden>
    </span>
  );
}
