import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { laterTextsQuery } from './later-texts-query.ts';

/** Returns a component that is loaded when it is first rendered. It suspends until it and its texts are loaded. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return withLaterTexts(lazy(async () => ({ default: await load() })));
}

/** Returns the component so that it suspends until the texts that the first screen does not show are loaded. */
export function withLaterTexts<Props extends object>(Part: ComponentType<Props>) {
  return function WithLaterTexts(props: Props) {
    const { i18n } = useTranslation();
    useSuspenseQuery(laterTextsQuery(i18n));
    return <Part {...props} />;
  };
}
