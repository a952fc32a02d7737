import { Group } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { lazyPart } from '../texts/lazy-part.tsx';
import classes from './view-bar.module.css';

const ViewTabs = lazyPart(async () => (await import('./view-tabs.tsx')).ViewTabs);

/** The tabs, and the controls that choose what a tab shows. The line has its height before the tabs are loaded. */
export function ViewBar({ children }: { children: ReactNode }) {
  return (
    <div className={classes.bar}>
      <div className={classes.tabs}>
        <Suspense>
          <ViewTabs />
        </Suspense>
      </div>
      <Group gap={6} ml="auto">
        {children}
      </Group>
    </div>
  );
}
