import { Button, FileButton } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The files that can be read. */
const accepted = '.xlsx,.xlsm,.csv,.tsv,.txt';

interface ChooseFileButtonProps {
  /** The focus is on the button when its dialog opens. */
  hasAutofocus: boolean;
  size: 'xs' | 'sm';
  onChoose: (file: File) => void;
}

/** A button that asks for a file of tables. */
export function ChooseFileButton({ hasAutofocus, size, onChoose }: ChooseFileButtonProps) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      accept={accepted}
      resetRef={reset}
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
        // So that the same file can be chosen again after it was corrected.
        reset.current?.();
      }}
    >
      {(props) => (
        <Button
          {...props}
          size={size}
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          data-autofocus={hasAutofocus || undefined}
        >
          {t('tableFile.chooseFile')}
        </Button>
      )}
    </FileButton>
  );
}
