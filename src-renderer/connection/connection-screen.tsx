import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLogo } from '../ui/app-logo.tsx';
import classes from './connection-screen.module.css';

interface ConnectionScreenProps {
  title: string;
  introduction: string;
  children: ReactNode;
}

/** The layout of screens that connect an account: logo, title, introduction and a form. */
export function ConnectionScreen({ title, introduction, children }: ConnectionScreenProps) {
  return (
    <main className={classes.screen}>
      <Stack className={classes.column} gap="md">
        <Stack gap={4} align="center" ta="center">
          <AppLogo size={40} />
          <Title order={1} size="h2" mt={6} className={classes.title}>
            {title}
          </Title>
          <Text c="dimmed">{introduction}</Text>
        </Stack>
        {children}
      </Stack>
    </main>
  );
}
