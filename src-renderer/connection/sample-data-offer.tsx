import { Divider, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useManaged } from '../managed/managed-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';

/** A button that opens the sample data, for people without a key. Nothing if the organization does not allow them. */
export function SampleDataOffer({ onAdded }: { onAdded: (account: Account) => void }) {
  const { t } = useTranslation();
  const { allowsSampleData } = useManaged();
  const call = useCall();
  const add = useMutation({ mutationFn: () => call('addSampleData', {}), onSuccess: onAdded });
  if (!allowsSampleData) return null;
  return (
    <>
      <Divider my="sm" label={t('screens.connection.or')} />
      <SteadyButton
        fullWidth
        variant="default"
        isPending={add.isPending}
        onClick={() => add.mutate()}
      >
        {t('screens.connection.exploreSampleData')}
      </SteadyButton>
      <Text size="xs" c="dimmed" ta="center" mt={6}>
        {t('screens.connection.sampleDataHint')}
      </Text>
      {add.error && <ErrorAlert error={add.error} mt="md" />}
    </>
  );
}
