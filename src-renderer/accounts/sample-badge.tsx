import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Marks the sample data, so that nobody mistakes its tenants for customers. */
export function SampleBadge() {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="orange" tt="none" fw={600} flex="none">
      {t('accounts.sample')}
    </Badge>
  );
}
