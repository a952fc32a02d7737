import { ActionIcon, Button, Menu, Tabs, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { View } from '../../src-shared/views.ts';
import { useList } from '../list/list-provider.tsx';
import { ScrollRow, scrollRowTo } from '../ui/scroll-row.tsx';
import { PointMenu, type Point } from '../ui/point-menu.tsx';
import { RenameViewDialog } from './view-dialogs.tsx';
import { hotlinesTab } from './tabs.ts';
import { allTenantsTab, tabPanelId, tabsId } from './use-tab-panel.ts';
import { ViewActions } from './view-actions.tsx';
import classes from './view-tabs.module.css';
import { useViews } from './views-provider.tsx';

/** A tab for all tenants, one for all hotlines and one for each view, with the actions of the shown view. */
export function ViewTabs() {
  const { t } = useTranslation();
  const { views, shown, shownTab, show, isChanged, save, reset, move, remove } = useViews();
  const { hasHotlines } = useList();
  const [menu, setMenu] = useState<{ view: View; at: Point } | null>(null);
  const [renamed, setRenamed] = useState<View | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const findShown = () =>
    list.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  // A shortcut can show a view whose tab is out of sight.
  const scrollToShown = useEffectEvent(() => scrollRowTo(findShown()));
  useEffect(() => {
    scrollToShown();
  }, [shownTab]);
  const isShownChanged = shown !== null && isChanged(shown);
  const focusShown = () => findShown()?.focus();
  /** The tab and its menu had the focus. */
  const removeView = (view: View) => {
    flushSync(() => remove(view));
    focusShown();
  };
  // Before Mantine's own listener, which moves the focus with an arrow key whatever the modifiers.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (shown === null) return;
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
    const isMove = step !== null && (event.ctrlKey || event.metaKey) && event.shiftKey;
    if (!isMove && event.key !== 'F2' && event.key !== 'Delete') return;
    event.preventDefault();
    event.stopPropagation();
    if (isMove) {
      // A tab that is moved in the page loses the focus.
      flushSync(() => move(shown, step));
      focusShown();
    }
    if (event.key === 'F2') setRenamed(shown);
    if (event.key === 'Delete') removeView(shown);
  };
  return (
    <>
      <Tabs
        id={tabsId}
        className={classes.tabs}
        classNames={{
          list: classes.list,
          tab: classes.tab,
          tabLabel: classes.label,
          tabSection: classes.section,
        }}
        value={shownTab ?? allTenantsTab}
        onChange={(value) => show(value === allTenantsTab ? null : value)}
      >
        <ScrollRow>
          <Tabs.List ref={list} aria-label={t('views.title')} onKeyDownCapture={onKeyDownCapture}>
            <Tabs.Tab
              value={allTenantsTab}
              {...(shownTab === null && { 'aria-controls': tabPanelId })}
            >
              {t('views.allTenants')}
            </Tabs.Tab>
            {hasHotlines && (
              <Tabs.Tab
                value={hotlinesTab}
                {...(shownTab === hotlinesTab && { 'aria-controls': tabPanelId })}
              >
                {t('views.hotlines')}
              </Tabs.Tab>
            )}
            {views.map((view) => (
              <Tabs.Tab
                key={view.viewId}
                value={view.viewId}
                title={view.name}
                rightSection={<span className={classes.dot} data-hidden={!isChanged(view)} />}
                {...(view === shown && { 'aria-controls': tabPanelId })}
                onContextMenu={(event) => {
                  event.preventDefault();
                  setMenu({ view, at: { x: event.clientX, y: event.clientY } });
                }}
              >
                {view.name}
                {isChanged(view) && <VisuallyHidden> {t('views.changed')}</VisuallyHidden>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </ScrollRow>
      </Tabs>
      <div className={classes.actions}>
        {shown !== null && (
          <>
            <Button
              data-hint={t('views.saveHint')}
              aria-description={t('views.saveHint')}
              size="compact-xs"
              variant="light"
              data-hidden={!isShownChanged}
              onClick={() => {
                save(shown);
                focusShown();
              }}
            >
              {t('views.save')}
            </Button>
            <Button
              data-hint={t('views.resetHint')}
              aria-description={t('views.resetHint')}
              size="compact-xs"
              variant="subtle"
              color="gray"
              data-hidden={!isShownChanged}
              onClick={() => {
                reset(shown);
                focusShown();
              }}
            >
              {t('views.reset')}
            </Button>
            <Menu position="bottom-end" width={230} shadow="md" transitionProps={{ duration: 80 }}>
              <Menu.Target>
                <ActionIcon
                  data-hint={t('views.menu')}
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={t('views.menu')}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <ViewActions
                  view={shown}
                  onRename={() => setRenamed(shown)}
                  onRemove={() => removeView(shown)}
                />
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </div>
      {menu && (
        <PointMenu
          at={menu.at}
          label={t('views.menu')}
          onClose={() => {
            setMenu(null);
            focusShown();
          }}
        >
          <ViewActions
            view={menu.view}
            onRename={() => setRenamed(menu.view)}
            onRemove={() => removeView(menu.view)}
          />
        </PointMenu>
      )}
      <RenameViewDialog view={renamed} onClose={() => setRenamed(null)} />
    </>
  );
}
