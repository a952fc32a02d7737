import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ValidValues } from './repair-cell.ts';
import { repairRows } from './repair-rows.ts';
import { anyComment, anyPrefix, attributePattern } from './xml-patterns.ts';

const workbookPath = 'xl/workbook.xml';
const relationshipsPath = 'xl/_rels/workbook.xml.rels';

/** Sheets that count from 1900 have a 29 February in that year, so the days before 1 March are not those of a calendar. */
const daysSince1900 = { firstDay: 61, lastDay: 2_958_465 };
const daysSince1904 = { firstDay: 0, lastDay: 2_957_003 };

const relationship = new RegExp(
  `${anyComment}|<${anyPrefix}Relationship(?=[\\s/>])([^<>]*)>`,
  'gs',
);
const relationshipId = attributePattern('Id');
const relationshipType = attributePattern('Type');
const relationshipTarget = attributePattern('Target');

const sheetEntry = new RegExp(
  String.raw`<(${anyPrefix}sheet)(?=[\s/>])([^<>]*?)(?:/>|>\s*</\1\s*>)`,
  'g',
);
const sheetRelationship = attributePattern(String.raw`(?:[^\s=:"'<>]+:)?id`);
const cellStyles = new RegExp(
  `<${anyPrefix}cellXfs(?=[\\s>])(.*?)(?:</${anyPrefix}cellXfs\\s*>|$)`,
  's',
);
const countsFrom1904 = /(?<start>\sdate1904\s*=\s*["'])(?:1|true)(?=["'])/;

interface Relationship {
  id: string;
  /** The last part of the address that names the type. */
  type: string;
  path: string;
}

/**
 * Changes an .xlsx file that the reader would refuse as a whole for one of its parts:
 *
 * - Sheets that are not of cells, such as charts, are left out.
 * - Cells without a reference, which is optional (ECMA-376, 18.3.1.4), get one. Rows and cells are sorted.
 * - Cells with an invalid value become empty. A number that is formatted as a date but is none loses its format, so that it
 *   is read with all its digits.
 *
 * @returns the bytes as they are if there is nothing to change.
 */
export function repairSheets(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const workbook = readPart(bytes, workbookPath) ?? '';
  const relationships = readRelationships(readPart(bytes, relationshipsPath) ?? '');
  const sheets = relationships.filter(({ type }) => type === 'worksheet');
  const valid: ValidValues = {
    ...(countsFrom1904.test(workbook) ? daysSince1904 : daysSince1900),
    sharedTexts: countSharedTexts(bytes, relationships),
    styles: countStyles(bytes, relationships),
  };
  const repaired = new Map<string, Uint8Array>();
  const repairedWorkbook = repairWorkbook(workbook, sheets);
  if (repairedWorkbook !== workbook) repaired.set(workbookPath, strToU8(repairedWorkbook));
  // One after the other, because the texts of all sheets would need much memory.
  for (const path of new Set(sheets.map((each) => each.path))) {
    const sheet = readPart(bytes, path) ?? '';
    const repairedSheet = repairRows(sheet, valid);
    if (repairedSheet !== sheet) repaired.set(path, strToU8(repairedSheet));
  }
  if (repaired.size === 0) return bytes;
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(repaired) }, { level: 0 });
}

/** Returns the text of a part, or `undefined` if the file does not have it. */
function readPart(bytes: Uint8Array, path: string): string | undefined {
  const { [path]: part } = unzipSync(bytes, { filter: ({ name }) => name === path });
  return part === undefined ? undefined : strFromU8(part);
}

function readRelationships(xml: string): Relationship[] {
  return Array.from(xml.matchAll(relationship), ([, attributes = '']) => {
    const [, id = ''] = relationshipId.exec(attributes) ?? [];
    const [, type = ''] = relationshipType.exec(attributes) ?? [];
    const [, target = ''] = relationshipTarget.exec(attributes) ?? [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return { id, type: type.slice(type.lastIndexOf('/') + 1), path };
  });
}

/** Leaves out the sheets that are not of cells. The reader knows `date1904` only as a number. */
function repairWorkbook(workbook: string, sheets: readonly Relationship[]): string {
  const ids = new Set(sheets.map(({ id }) => id));
  return workbook
    .replace(countsFrom1904, '$<start>1')
    .replaceAll(sheetEntry, (entry, _name, attributes: string) => {
      const [, id = ''] = sheetRelationship.exec(attributes) ?? [];
      return ids.has(id) ? entry : '';
    });
}

/** Returns infinity if the texts are where the reader does not look, so that it refuses the file instead of losing them. */
function countSharedTexts(bytes: Uint8Array, relationships: readonly Relationship[]): number {
  const { path = 'xl/sharedStrings.xml' } =
    relationships.findLast(({ type }) => type === 'sharedStrings') ?? {};
  const part = readPart(bytes, path);
  if (part !== undefined) return count(part, 'si');
  const names: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  const hasOther = names.some((name) => /sharedstrings\.xml$/i.test(name));
  return hasOther ? Number.POSITIVE_INFINITY : 0;
}

function countStyles(bytes: Uint8Array, relationships: readonly Relationship[]): number {
  const { path = 'xl/styles.xml' } = relationships.findLast(({ type }) => type === 'styles') ?? {};
  const [, cellFormats = ''] = cellStyles.exec(readPart(bytes, path) ?? '') ?? [];
  return count(cellFormats, 'xf');
}

function count(xml: string, name: string): number {
  let found = 0;
  const pattern = new RegExp(`${anyComment}|<${anyPrefix}${name}(?=[\\s/>])`, 'gs');
  for (const [text] of xml.matchAll(pattern)) if (!text.startsWith('<!--')) found += 1;
  return found;
}
