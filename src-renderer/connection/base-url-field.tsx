import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useManaged } from '../managed/managed-context.ts';

/** The field for the server's address. It is read-only if the organization has set the address. */
export function BaseUrlField(props: TextInputProps) {
  const { t } = useTranslation();
  const { serverUrl } = useManaged();
  const common = {
    label: t('screens.connection.baseUrl'),
    type: 'url',
    autoComplete: 'off',
    spellCheck: false,
    ...props,
  };
  return serverUrl === null ? (
    <TextInput {...common} />
  ) : (
    <ManagedField {...common} defaultValue={serverUrl} />
  );
}

function ManagedField(props: TextInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...props}
      readOnly
      variant="filled"
      description={t('managed.setByOrganization')}
      inputWrapperOrder={['label', 'input', 'description']}
    />
  );
}
