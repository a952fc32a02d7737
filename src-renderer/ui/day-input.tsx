import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from './format-day.ts';
import { parseDay } from './parse-day.ts';
import { useLanguage } from './use-language.ts';

interface DayInputProps {
  label: string;
  /** `2026-11-23`, or an empty text. */
  value: string;
  /** The last day that can be entered. */
  max?: string;
  /** What is wrong with the day. */
  error?: string | undefined;
  /** Called with a day as soon as it is complete, and with an empty text. */
  onChange: (day: string) => void;
}

/** An input for a day in the language of the app. The system's own input would use the language of the system. */
export function DayInput({ label, value, max, error, onChange }: DayInputProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  /** The typed text, with the value that it stands for. */
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null);
  const [isLeft, setIsLeft] = useState(false);
  // The value may have been changed by something else since.
  const current = typed?.value === value ? typed : null;
  const isUsable = (day: string) => max === undefined || day <= max;
  const day = current && parseDay(current.text);
  const problem =
    current === null || current.text.trim() === '' || !isLeft
      ? undefined
      : day === null
        ? t('screens.days.notADay')
        : isUsable(day)
          ? undefined
          : t('screens.days.tooLate', { day: formatDay(language, max ?? '') });
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={t('screens.days.order')}
      maxLength={40}
      autoComplete="off"
      value={current?.text ?? (value === '' ? '' : formatDay(language, value))}
      error={problem ?? error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const parsed = text.trim() === '' ? '' : parseDay(text);
        const isNew = parsed !== null && isUsable(parsed);
        setIsLeft(false);
        setTyped({ text, value: isNew ? parsed : value });
        if (isNew && parsed !== value) onChange(parsed);
      }}
      onBlur={() => {
        setIsLeft(true);
        // A complete day is formatted. Anything else stays, with what is wrong.
        if (day !== null && isUsable(day)) setTyped(null);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') setIsLeft(true);
      }}
    />
  );
}
