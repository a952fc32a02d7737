import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { License } from '../../src-shared/about.ts';
import classes from './about.module.css';

/** A list of packages. Each can be expanded to show its license. */
export function Licenses({ licenses }: { licenses: readonly License[] }) {
  const { t } = useTranslation();
  return (
    <div
      className={classes.licenses}
      role="group"
      aria-label={t('helpDialogs.licenses')}
      // Makes the list scrollable by keyboard.
      tabIndex={0}
    >
      {licenses.map(({ name, version, identifier, text }) => (
        <details key={`${name} ${version}`} className={classes.license}>
          <summary>
            <Text span>{name}</Text>
            <Text span c="dimmed" size="xs">
              {version} · {identifier ?? t('helpDialogs.seeText')}
            </Text>
          </summary>
          <pre className={classes.text}>{text ?? identifier}</pre>
        </details>
      ))}
    </div>
  );
}
