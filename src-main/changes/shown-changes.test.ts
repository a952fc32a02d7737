import { expect, it } from 'vitest';
import type { SeenMark } from '../../src-shared/changes.ts';
import { ShownChanges } from './shown-changes.ts';

const mark = { accountId: '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11', runId: 7 };

function remember() {
  const seen: (readonly SeenMark[])[] = [];
  const shown = new ShownChanges((marks) => {
    seen.push(marks);
    return Promise.resolve();
  });
  return { seen, shown };
}

it('marks the changes that the user looks at when the app quits, once', async () => {
  const { seen, shown } = remember();
  shown.set([mark]);
  shown.set([{ ...mark, runId: 8 }]);
  expect(seen).toEqual([]);
  await shown.finish();
  await shown.finish();
  expect(seen).toEqual([[{ ...mark, runId: 8 }]]);
});

it('marks nothing if the user has left the changes', async () => {
  const { seen, shown } = remember();
  shown.set([mark]);
  shown.set([]);
  await shown.finish();
  expect(seen).toEqual([]);
});
