import { Chip, Group, Input } from '@mantine/core';
import { useId } from 'react';

interface ValueChipsProps {
  label: string;
  /** Each value with what it is called. */
  chips: readonly { value: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Some of the values a field can have, chosen by a click on each. */
export function ValueChips({ label, chips, chosen, onChange }: ValueChipsProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label id={id} component="div" labelElement="div" mb={6}>
        {label}
      </Input.Label>
      <Chip.Group multiple value={chosen} onChange={onChange}>
        <Group gap={6}>
          {chips.map((chip) => (
            <Chip key={chip.value} size="xs" value={chip.value}>
              {chip.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}
