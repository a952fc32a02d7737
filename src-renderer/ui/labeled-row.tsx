import { Group, SegmentedControl, Switch, Text } from '@mantine/core';
import type { Primitive, SegmentedControlProps, SwitchProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface LabeledRowProps {
  label: string;
  /** The control. It needs the label as its `aria-label`, because screen readers skip the visible one. */
  children: ReactNode;
}

/** A row of a form: the label on the left, the control on the right. */
export function LabeledRow({ label, children }: LabeledRowProps) {
  return (
    <Group justify="space-between">
      <Text aria-hidden="true">{label}</Text>
      {children}
    </Group>
  );
}

interface SegmentedRowProps<Value extends Primitive> extends SegmentedControlProps<Value> {
  label: string;
}

/** A row of a form with a segmented control. */
export function SegmentedRow<Value extends Primitive>(props: SegmentedRowProps<Value>) {
  const { label, ...control } = props;
  return (
    <LabeledRow label={label}>
      <SegmentedControl size="xs" aria-label={label} {...control} />
    </LabeledRow>
  );
}

interface SwitchRowProps extends Pick<SwitchProps, 'label' | 'checked' | 'disabled'> {
  onChange: (isChecked: boolean) => void;
}

/** A row of a form with a switch. */
export function SwitchRow({ onChange, ...control }: SwitchRowProps) {
  return (
    <Switch
      size="sm"
      labelPosition="left"
      styles={{ body: { justifyContent: 'space-between', alignItems: 'center' } }}
      onChange={(event) => onChange(event.currentTarget.checked)}
      {...control}
    />
  );
}
