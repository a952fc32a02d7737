import { lazy, Suspense } from 'react';
import classes from './view-bar.module.css';
import { useViews } from './views-provider.tsx';

const ViewTabs = lazy(async () => ({ default: (await import('./view-tabs.tsx')).ViewTabs }));

/** The tabs of the views in one line, if there are views. The line has its height before the tabs are loaded. */
export function ViewBar() {
  const { views } = useViews();
  return (
    views.length > 0 && (
      <div className={classes.bar}>
        <Suspense>
          <ViewTabs />
        </Suspense>
      </div>
    )
  );
}
