/** A gap in place of rows that are not rendered. @param height of all of them, in CSS pixels. */
export function RowGap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}
