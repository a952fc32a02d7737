import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { laterTextsQuery } from './later-texts-query.ts';
import { PartBoundary } from './part-boundary.tsx';

/**
 * Returns a component that is loaded when it is first rendered. It suspends until it and its texts are loaded. If that
 * fails, or if it throws, it is left out until the user tries again.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  // React keeps the error of a component that could not be loaded, so each attempt needs a new one.
  const create = () => withTexts(lazy(async () => ({ default: await load() })));
  const latest = { part: create() };
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => latest.part);
    const loadAgain = () => {
      latest.part = create();
      setPart(() => latest.part);
    };
    return (
      <PartBoundary onRetry={loadAgain}>
        <Part {...props} />
      </PartBoundary>
    );
  };
}

/**
 * Returns the component so that it suspends until the texts that the first screen does not show are loaded. If that fails,
 * or if it throws, it is left out until the user tries again.
 */
export function withLaterTexts<Props extends object>(Part: ComponentType<Props>) {
  const PartWithTexts = withTexts(Part);
  return function WithLaterTexts(props: Props) {
    return (
      <PartBoundary>
        <PartWithTexts {...props} />
      </PartBoundary>
    );
  };
}

function withTexts<Props extends object>(Part: ComponentType<Props>) {
  return function WithTexts(props: Props) {
    const { i18n } = useTranslation();
    useSuspenseQuery(laterTextsQuery(i18n));
    return <Part {...props} />;
  };
}
