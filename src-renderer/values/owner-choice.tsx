import { useTranslation } from 'react-i18next';
import classes from './owner-choice.module.css';

interface OwnerChoiceProps {
  id: string;
  /** The user's own name of the owner; `null` if it has none. */
  name: string | null;
  /** The name of one of its tenants, to recognize an owner without a name. */
  example: string | null;
}

/** An owner that can be chosen: its name; otherwise one of its tenants, said to be an example, above its id. */
export function OwnerChoice({ id, name, example }: OwnerChoiceProps) {
  const { t } = useTranslation();
  if (name !== null || example === null) return <span title={id}>{name ?? id}</span>;
  return (
    <span className={classes.owner} title={example}>
      <span className={classes.example}>
        {t('screens.filters.ownerExample', { name: example })}
      </span>
      <span className={classes.id}>{id}</span>
    </span>
  );
}
