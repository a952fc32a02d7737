import { Fragment, type ReactNode } from 'react';
import { hitsOf } from '../../src-shared/search-text.ts';
import classes from './mark-text.module.css';

/** Renders a text with the words of a search marked. */
export function markText(text: string, query: string | undefined): ReactNode {
  const hits = query === undefined ? [] : hitsOf(text, query);
  if (hits.length === 0) return text;
  return (
    <>
      {hits.map(([from, to], at) => (
        <Fragment key={from}>
          {text.slice(hits[at - 1]?.[1] ?? 0, from)}
          <mark className={classes.mark}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.[1])}
    </>
  );
}
