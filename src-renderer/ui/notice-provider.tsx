import { Button, Group, Paper, Text } from '@mantine/core';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notice-provider.module.css';

/** How long a notice is shown, in milliseconds: longer if it has a button. */
const shownFor = { text: 4_000, withButton: 15_000 };

interface Notice {
  text: ReactNode;
  /** What the button *Undo* does; `null` if there is nothing to undo. */
  undo?: (() => void) | null;
  /** What the button *Try again* does. */
  retry?: () => void;
}

type ShowNotice = (notice: Notice) => void;

const NoticeContext = createContext<ShowNotice | null>(null);

/**
 * Shows short notices that screen readers announce. Only the newest notice is shown. It floats over the list and the
 * drawer, so that nothing moves. It disappears by itself, unless it is focused or under the pointer. The provider is
 * outside the screen of an account, so that a notice stays when another account is shown.
 */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<(Notice & { number: number }) | null>(null);
  const show = useCallback(
    (next: Notice) => setNotice((before) => ({ ...next, number: (before?.number ?? 0) + 1 })),
    [],
  );
  return (
    <NoticeContext value={show}>
      {children}
      {/* Always rendered: screen readers announce new content only of a live region that was there before. */}
      <div className={classes.place} role="status">
        {notice && (
          <FloatingNotice
            key={notice.number}
            {...notice}
            onHide={() => setNotice((now) => (now === notice ? null : now))}
          />
        )}
      </div>
    </NoticeContext>
  );
}

function FloatingNotice({ text, undo, retry, onHide }: Notice & { onHide: () => void }) {
  const { t } = useTranslation();
  const [isUnderPointer, setIsUnderPointer] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const isHeld = isUnderPointer || isFocused;
  const run = undo ?? retry;
  const hide = useEffectEvent(onHide);
  const time = run === undefined ? shownFor.text : shownFor.withButton;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => hide(), time);
    return () => clearTimeout(timer);
  }, [isHeld, time]);
  return (
    <Paper
      className={classes.notice}
      shadow="md"
      px="sm"
      py={6}
      onMouseEnter={() => setIsUnderPointer(true)}
      onMouseLeave={() => setIsUnderPointer(false)}
      onFocus={() => setIsFocused(true)}
      onBlur={() => setIsFocused(false)}
    >
      <Group gap="sm" wrap="nowrap">
        <Text size="xs" fw={500}>
          {text}
        </Text>
        {run !== undefined && (
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              onHide();
              run();
            }}
          >
            {t(undo ? 'screens.common.undo' : 'screens.common.tryAgain')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

/** Returns a function that shows a notice. It replaces the one before. */
export function useNotice(): ShowNotice {
  const show = use(NoticeContext);
  if (show === null) throw new Error('useNotice must be used inside a NoticeProvider');
  return show;
}
