import { Group, Paper, Text } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import classes from './floating-notice.module.css';

interface FloatingNoticeProps extends Pick<
  ComponentProps<'div'>,
  'onMouseEnter' | 'onMouseLeave' | 'onFocus' | 'onBlur'
> {
  /** `null` hides the notice. */
  text: string | null;
  /** A button. */
  children?: ReactNode;
}

/** A short notice that screen readers announce. It floats over the list, so that the list does not move. */
export function FloatingNotice({ text, children, ...paper }: FloatingNoticeProps) {
  return (
    // Always rendered: screen readers announce new content only of a live region that was there before.
    <div className={classes.place} role="status">
      {text !== null && (
        <Paper className={classes.notice} shadow="md" px="sm" py={6} {...paper}>
          <Group gap="sm" wrap="nowrap">
            <Text size="xs" fw={500}>
              {text}
            </Text>
            {children}
          </Group>
        </Paper>
      )}
    </div>
  );
}
