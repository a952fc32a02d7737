import { hitsOf } from '../../src-shared/search-text.ts';
import classes from './tenant-value.module.css';

/** A text with the words of a search marked in it. */
export function MarkedText({ text, query }: { text: string; query: string | undefined }) {
  const hits = query === undefined ? [] : hitsOf(text, query);
  if (hits.length === 0) return <span>{text}</span>;
  return (
    <span>
      {hits.map(([from, to], at) => (
        <Hit
          key={from}
          before={text.slice(hits[at - 1]?.[1] ?? 0, from)}
          text={text.slice(from, to)}
        />
      ))}
      {text.slice(hits.at(-1)?.[1])}
    </span>
  );
}

function Hit({ before, text }: { before: string; text: string }) {
  return (
    <>
      {before}
      <mark className={classes.mark}>{text}</mark>
    </>
  );
}
