import { stylesXml } from './styles.ts';
import { tableXml, type Table } from './table.ts';
import { attributeText, xmlText } from './xml-text.ts';
import { mainNamespace, relationshipNamespace, xmlDeclaration } from './xml.ts';

/** A sheet that was written. */
export interface WrittenSheet {
  name: string;
  table: Table | null;
}

/** What a file manager and Excel's *Info* page show of a file. */
export interface DocumentProperties {
  title: string;
  creator: string;
  created: Date;
}

const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** Where in the package a sheet stands; the first is 0. */
export function sheetPath(place: number): string {
  return `xl/${sheetTarget(place)}`;
}

/** The same, as the workbook names it. */
function sheetTarget(place: number): string {
  return `worksheets/sheet${place + 1}.xml`;
}

/** Where a table stands; the first is 0. */
function tableTarget(index: number): string {
  return `tables/table${index + 1}.xml`;
}

/**
 * The parts of the package besides the sheets, by their path in it (ECMA-376 part 1, 12.3, and part 2 for the package
 * itself). They are written last, when it is known which sheets there are.
 */
export function packageParts(
  sheets: readonly WrittenSheet[],
  properties: DocumentProperties,
): Record<string, string> {
  const tables = sheets.flatMap(({ table }, place) => (table === null ? [] : [{ table, place }]));
  return {
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_sheet, place) => ['worksheet', sheetTarget(place)] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
    ...Object.fromEntries(
      tables.flatMap(({ table, place }, index) => [
        [`xl/${tableTarget(index)}`, tableXml(index + 1, table)],
        [
          `xl/worksheets/_rels/sheet${place + 1}.xml.rels`,
          relationships([['table', `../${tableTarget(index)}`]]),
        ],
      ]),
    ),
    'docProps/core.xml': coreProperties(properties),
    'docProps/app.xml': appProperties(properties),
    '_rels/.rels':
      xmlDeclaration +
      `<Relationships xmlns="${packageNamespace}/relationships">` +
      relationship('rId1', `${relationshipNamespace}/officeDocument`, 'xl/workbook.xml') +
      relationship(
        'rId2',
        `${packageNamespace}/relationships/metadata/core-properties`,
        'docProps/core.xml',
      ) +
      relationship('rId3', `${relationshipNamespace}/extended-properties`, 'docProps/app.xml') +
      '</Relationships>',
    '[Content_Types].xml': contentTypes({
      '/xl/workbook.xml': `${spreadsheetType}.sheet.main+xml`,
      '/xl/styles.xml': `${spreadsheetType}.styles+xml`,
      ...Object.fromEntries(
        sheets.map((_sheet, place) => [`/${sheetPath(place)}`, `${spreadsheetType}.worksheet+xml`]),
      ),
      ...Object.fromEntries(
        tables.map((_table, index) => [
          `/xl/${tableTarget(index)}`,
          `${spreadsheetType}.table+xml`,
        ]),
      ),
      '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
      '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    }),
  };
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const entries = sheets.map(
    ({ name }, place) =>
      `<sheet name="${attributeText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  return (
    xmlDeclaration +
    `<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">` +
    `<sheets>${entries.join('')}</sheets></workbook>`
  );
}

/** ECMA-376 part 2, 11. */
function coreProperties({ title, creator, created }: DocumentProperties): string {
  return (
    xmlDeclaration +
    `<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString().slice(0, 19)}Z</dcterms:created>` +
    '</cp:coreProperties>'
  );
}

/** ECMA-376 part 1, 22.2. Without a version: Excel takes none but its own form of one. */
function appProperties({ creator }: DocumentProperties): string {
  return (
    xmlDeclaration +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    `<Application>${xmlText(creator)}</Application></Properties>`
  );
}

function contentTypes(overrides: Record<string, string>): string {
  const entries = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`,
  );
  return (
    xmlDeclaration +
    `<Types xmlns="${packageNamespace}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${entries.join('')}</Types>`
  );
}

/** The first has the id `rId1`. */
function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(([type, target], index) =>
    relationship(`rId${index + 1}`, `${relationshipNamespace}/${type}`, target),
  );
  return (
    xmlDeclaration +
    `<Relationships xmlns="${packageNamespace}/relationships">${entries.join('')}</Relationships>`
  );
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}
