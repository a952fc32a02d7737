import { useElementSize } from '@mantine/hooks';

/** Before the first measure; the height of comfortable rows. */
const defaultHeight = 36;

/** How high a row is, in CSS pixels, as `ruler` is that is drawn as high as one. */
export function useRowHeight() {
  const { ref: ruler, height } = useElementSize();
  return { ruler, rowHeight: height === 0 ? defaultHeight : height };
}
