const characters = new Intl.Segmenter();

/** Returns as many whole characters from the start of a text as `fits` accepts. */
export function cutText(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  let result = '';
  for (const { segment } of characters.segment(text)) {
    if (!fits(result + segment)) break;
    result += segment;
  }
  return result;
}
