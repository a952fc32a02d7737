import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-chip.module.css';
import { scrollRowTo } from './scroll-row.tsx';

interface FilterChipProps {
  /** The name of the field, for the button that clears the chip. */
  name: string;
  /** The chosen values as text; `null` if nothing is chosen. */
  chosen: string | null;
  /** Whether the chip's menu is open. */
  isOpen: boolean;
  onClear: () => void;
  /** The button of the chip with the menu that it opens. */
  children: ReactNode;
}

/**
 * A condition of the filter: a button that opens its menu, and a button that clears the condition if it is set. When its text
 * has changed, the row of chips scrolls to it.
 */
export function FilterChip({ name, chosen, isOpen, onClear, children }: FilterChipProps) {
  const { t } = useTranslation();
  const chip = useRef<HTMLDivElement>(null);
  const seen = useRef(chosen);
  useEffect(() => {
    // An open menu would move with its chip, under the pointer.
    if (isOpen || seen.current === chosen) return;
    seen.current = chosen;
    if (chosen !== null) scrollRowTo(chip.current);
  }, [chosen, isOpen]);
  return (
    <div ref={chip} className={classes.chip} data-set={chosen !== null || undefined}>
      {children}
      {chosen !== null && (
        <CloseButton
          // The smallest size that WCAG allows: https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html
          size={24}
          radius="xl"
          mr={2}
          iconSize={12}
          variant="transparent"
          className={classes.clear}
          aria-label={t('screens.filters.clear', { name })}
          onClick={(event) => {
            // This button disappears, so the focus moves to the chip.
            const chip = event.currentTarget.parentElement?.querySelector('button');
            onClear();
            chip?.focus();
          }}
        />
      )}
    </div>
  );
}

interface ChipButtonProps extends ComponentProps<'button'> {
  name: string;
  /** The chosen values as text; `null` if nothing is chosen. */
  chosen: string | null;
  /** The live list does not support all filters. They keep their values, but have no effect and open no menu. */
  isAvailable?: boolean;
}

/** The button of a chip. The menu that it opens adds the other attributes. */
export function ChipButton({ name, chosen, isAvailable = true, ...others }: ChipButtonProps) {
  const { t } = useTranslation();
  const reason = t('screens.filters.notLive');
  return (
    <UnstyledButton
      {...others}
      className={classes.button}
      {...(isAvailable
        ? { title: chosen ?? undefined }
        : {
            'aria-disabled': true,
            'aria-description': reason,
            'data-hint': reason,
            onClick: undefined,
          })}
    >
      <span>{chosen === null ? name : `${name}: `}</span>
      {chosen !== null && <span className={classes.chosen}>{chosen}</span>}
      <IconChevronDown size={13} aria-hidden="true" className={classes.chevron} />
    </UnstyledButton>
  );
}
