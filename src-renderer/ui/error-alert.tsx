import { Alert, Group, Text } from '@mantine/core';
import type { AlertProps } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { ErrorCode, FailedAnswer } from '../../src-shared/errors.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { useClock } from './clock-context.ts';
import { useDateFormat } from './use-date-format.ts';

/** The fields of an error that are shown. */
export interface ShownError {
  code: ErrorCode;
  /** The server's own message. */
  serverMessage?: string | undefined;
  /** The server's answer that the error comes from. */
  answer?: FailedAnswer | undefined;
  /** The file that the error is about. */
  path?: string | undefined;
  /** The account that already has an entered key. */
  account?: { name: string } | undefined;
  /** What the list consists of that the error is about. */
  records?: RecordKind | undefined;
}

interface ErrorAlertProps extends Omit<AlertProps, 'children'> {
  error: ShownError;
  /** Buttons that resolve the error, such as "Try again". */
  children?: React.ReactNode;
}

/** Shows an error in the user's language, with the server's message, the file's path and buttons if there are any. */
export function ErrorAlert({ error, children, ...alert }: ErrorAlertProps) {
  const { t } = useTranslation();
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} {...alert}>
      <Group gap="sm" justify="space-between">
        <div style={{ flex: '1 1 14rem' }}>
          {error.account === undefined
            ? t(errorTextKey(error.code, error.records))
            : t('screens.connection.knownKey', { name: error.account.name })}
          {error.serverMessage !== undefined && (
            <Text size="xs" c="dimmed" mt={4} lineClamp={4}>
              {t('screens.common.serverSaid', { words: error.serverMessage })}
            </Text>
          )}
          <AnswerFacts error={error} />
          {error.path !== undefined && (
            <Text size="xs" c="dimmed" mt={4} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {error.path}
            </Text>
          )}
        </div>
        {children && (
          <Group gap="xs" maw="100%">
            {children}
          </Group>
        )}
      </Group>
    </Alert>
  );
}

/** Errors that only the people who run the server can explain. The user can resolve all others. */
const reportedCodes: readonly ErrorCode[] = [
  'not_this_api',
  'server_unavailable',
  'server_failed',
  'request_refused',
];

interface AnswerFactsProps {
  error: { code: ErrorCode; answer?: FailedAnswer | undefined };
}

/** The status of the answer that an error comes from, and when it came: what eTelecom needs to find it in its logs. */
export function AnswerFacts({ error: { code, answer } }: AnswerFactsProps) {
  return answer && reportedCodes.includes(code) && <Facts {...answer} />;
}

function Facts({ status, at }: FailedAnswer) {
  const { t } = useTranslation();
  const { label } = useClock();
  const time = `${useDateFormat()(at)} (${label})`;
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {t('screens.common.answered', { status, time })}
    </Text>
  );
}
