/** The parts of numbers, dates, times, currencies and percentages. A list of numbers, separated by `, `, is a text. */
const part = [
  String.raw`[\p{Nd}\p{Sc}\p{Pd}\s().:/+%'’−]`,
  String.raw`,(?!\s)`,
  'e',
  '[ap]m?',
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?',
  'sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
].join('|');
const onlyParts = new RegExp(`^(?:${part})*$`, 'iu');

/** Returns whether a spreadsheet program may convert a text to a number, date, time, currency or percentage. */
export function canBeConverted(text: string): boolean {
  return /\p{Nd}/u.test(text) && onlyParts.test(text);
}
