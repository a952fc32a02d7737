/** While a table has this attribute, its columns are as wide as their content. */
const measuring = 'data-measuring';

/**
 * Returns how wide each column has to be to show its header and the rendered rows in full, in CSS pixels. It forces a
 * layout, but nothing is painted in between.
 */
export function measureColumns(table: HTMLTableElement): Map<string, number> {
  const widths = new Map<string, number>();
  table.setAttribute(measuring, '');
  for (const header of table.querySelectorAll<HTMLElement>('thead [data-column]')) {
    widths.set(header.dataset.column ?? '', Math.ceil(header.getBoundingClientRect().width));
  }
  table.removeAttribute(measuring);
  return widths;
}
