import type { TFunction } from 'i18next';
import classes from './star-button.module.css';

interface StarButtonProps {
  isStarred: boolean;
  t: TFunction;
}

/** A button that stars the tenant of its row. The grid handles its clicks, and offers the key S instead of a tab stop. */
export function StarButton({ isStarred, t }: StarButtonProps) {
  return (
    <button
      type="button"
      className={classes.star}
      tabIndex={-1}
      data-star
      aria-pressed={isStarred}
      aria-label={t('marks.star')}
      title={isStarred ? t('marks.unstar') : t('marks.star')}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 17.75l-6.172 3.245l1.179-6.873l-5-4.867l6.9-1l3.086-6.253l3.086 6.253l6.9 1l-5 4.867l1.179 6.873z" />
      </svg>
    </button>
  );
}
