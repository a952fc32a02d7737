import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailedParts } from './failed-parts-context.ts';
import { laterTextsQuery } from './later-texts-query.ts';
import { PartBoundary } from './part-boundary.tsx';

/**
 * Returns a component that is loaded when it is first rendered. It suspends until it and its texts are loaded. If that
 * fails, or if it throws, it is left out until the user tries again.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  // React keeps the error of a component that could not be loaded, so each attempt needs a new one.
  const create = (attempt: number) => ({
    attempt,
    Part: withTexts(lazy(async () => ({ default: await load() }))),
  });
  const latest: { created?: ReturnType<typeof create> } = {};
  return function LazyPart(props: Props) {
    const failedParts = useFailedParts();
    const [{ attempt, Part }, setCreated] = useState(
      () => (latest.created ??= create(failedParts.attempts)),
    );
    const loadAgain = () => {
      latest.created = create(failedParts.attempts);
      setCreated(latest.created);
    };
    return (
      <PartBoundary failedParts={failedParts} attempt={attempt} onRetry={loadAgain}>
        <Part {...props} />
      </PartBoundary>
    );
  };
}

/**
 * Wraps a component so that it suspends until the texts that the first screen does not show are loaded. If that fails, or
 * if it throws, it is left out until the user tries again.
 */
export function withLaterTexts<Props extends object>(Part: ComponentType<Props>) {
  const PartWithTexts = withTexts(Part);
  return function WithLaterTexts(props: Props) {
    return (
      <PartBoundary failedParts={useFailedParts()}>
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
