import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-chip.module.css';

interface FilterChipProps {
  /** What is filtered by, for the button that clears it. */
  name: string;
  isSet: boolean;
  onClear: () => void;
  /** The chip's button with what it opens. */
  children: ReactNode;
}

/** One condition of the filter: a button that opens its values and, where it is set, one that clears it. */
export function FilterChip({ name, isSet, onClear, children }: FilterChipProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.chip} data-set={isSet || undefined}>
      {children}
      {isSet && (
        <CloseButton
          // The smallest that WCAG allows: https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html
          size={24}
          radius="xl"
          mr={2}
          iconSize={12}
          variant="transparent"
          className={classes.clear}
          aria-label={t('screens.filters.clear', { name })}
          onClick={(event) => {
            // The button goes with the value; its chip stays.
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
  /** What is chosen, as a person reads it; `null` where nothing is. */
  chosen: string | null;
  /** How many tenants match that. */
  count: ReactNode;
}

/** The button of a chip; what it opens gives it its other attributes. */
export function ChipButton({ name, chosen, count, ...others }: ChipButtonProps) {
  return (
    <UnstyledButton {...others} className={classes.button} title={chosen ?? undefined}>
      <span>{chosen === null ? name : `${name}: `}</span>
      {chosen !== null && (
        <>
          <span className={classes.chosen}>{chosen}</span>
          {count}
        </>
      )}
      <IconChevronDown size={13} aria-hidden="true" className={classes.chevron} />
    </UnstyledButton>
  );
}
