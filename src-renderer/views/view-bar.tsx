import { Suspense } from 'react';
import { useList } from '../list/list-provider.tsx';
import { lazyPart } from '../texts/lazy-part.tsx';
import classes from './view-bar.module.css';
import { useViews } from './views-provider.tsx';

const ViewTabs = lazyPart(async () => (await import('./view-tabs.tsx')).ViewTabs);

/** The tabs in one line, if there are views or hotlines. The line has its height before the tabs are loaded. */
export function ViewBar() {
  const { views } = useViews();
  const { hasHotlines } = useList();
  return (
    (views.length > 0 || hasHotlines) && (
      <div className={classes.bar}>
        <Suspense>
          <ViewTabs />
        </Suspense>
      </div>
    )
  );
}
