import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './facts.module.css';

interface Fact {
  name: string;
  value: ReactNode;
}

interface FactsProps {
  facts: readonly Fact[];
  /** Width of the column of names, as a CSS length. */
  nameWidth?: string;
}

/** A list of facts in two columns: names and values. */
export function Facts({ facts, nameWidth = '6rem' }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} style={{ gridTemplateColumns: `${nameWidth} 1fr` }}>
          <Text component="dt" c="dimmed">
            {name}
          </Text>
          <Text component="dd">{value}</Text>
        </div>
      ))}
    </dl>
  );
}
