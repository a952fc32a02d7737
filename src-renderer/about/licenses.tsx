import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { License } from '../../src-shared/about.ts';
import classes from './about.module.css';

/** One line a package; its whole license opens below it. */
export function Licenses({ licenses }: { licenses: readonly License[] }) {
  const { t } = useTranslation();
  return (
    <div
      className={classes.licenses}
      role="group"
      aria-label={t('help.licenses')}
      // Scrolls by keyboard too.
      tabIndex={0}
    >
      {licenses.map(({ name, version, identifier, text }) => (
        <details key={`${name} ${version}`} className={classes.license}>
          <summary>
            <Text span>{name}</Text>
            <Text span c="dimmed" size="xs">
              {version} · {identifier ?? t('help.seeText')}
            </Text>
          </summary>
          <pre className={classes.text}>{text ?? identifier}</pre>
        </details>
      ))}
    </div>
  );
}
