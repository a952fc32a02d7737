import { lazy, Suspense } from 'react';
import { Later } from '../ui/later.tsx';
import classes from './view-bar.module.css';
import { useViews } from './views-provider.tsx';

const ViewTabs = lazy(async () => ({ default: (await import('./view-tabs.tsx')).ViewTabs }));

const DeletedViewNotice = lazy(async () => ({
  default: (await import('./deleted-view-notice.tsx')).DeletedViewNotice,
}));

/** The tabs of the views in one line, if there are views. The line has its height before the tabs are loaded. */
export function ViewBar() {
  const { views, deleted } = useViews();
  return (
    <>
      {views.length > 0 && (
        <div className={classes.bar}>
          <Suspense>
            <ViewTabs />
          </Suspense>
        </div>
      )}
      <Later isWanted={deleted !== null}>
        <DeletedViewNotice />
      </Later>
    </>
  );
}
