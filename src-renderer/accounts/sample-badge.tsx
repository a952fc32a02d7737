import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Marks what is made up, so that nobody takes it for a customer. */
export function SampleBadge() {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="orange" tt="none" fw={600} flex="none">
      {t('accounts.sample')}
    </Badge>
  );
}
