import { Alert, Group, Text } from '@mantine/core';
import type { AlertProps } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppErrorFields } from '../../src-shared/errors.ts';

interface ErrorAlertProps extends Omit<AlertProps, 'children'> {
  error: Pick<AppErrorFields, 'code'> & {
    serverMessage?: string | undefined;
    path?: string | undefined;
  };
  /** Buttons that lead out. */
  children?: React.ReactNode;
}

/** An error in the user's language, read aloud at once, with the server's own words and the way out below it. */
export function ErrorAlert({ error, children, ...alert }: ErrorAlertProps) {
  const { t } = useTranslation();
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} {...alert}>
      <Group gap="sm" justify="space-between">
        <div style={{ flex: '1 1 14rem' }}>
          {t(`errors.${error.code}`)}
          {error.serverMessage !== undefined && (
            <Text size="xs" c="dimmed" mt={4} lineClamp={4}>
              {t('screens.common.serverSaid', { words: error.serverMessage })}
            </Text>
          )}
          {error.path !== undefined && (
            <Text size="xs" c="dimmed" mt={4} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {error.path}
            </Text>
          )}
        </div>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
    </Alert>
  );
}
