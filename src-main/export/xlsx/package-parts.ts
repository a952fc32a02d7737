import { createStylesXml, type DateFormat } from './styles.ts';
import { createTableXml, type Table } from './table.ts';
import { encodeAttribute, encodeText } from './xml-text.ts';
import { mainNamespace, relationshipNamespace, xmlDeclaration } from './xml.ts';

/** A sheet that was already written. */
export interface WrittenSheet {
  name: string;
  table: Table | null;
}

/** The properties that file managers and Excel's *Info* page show. */
export interface DocumentProperties {
  title: string;
  creator: string;
  created: Date;
}

const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const relationshipTypes = {
  workbook: `${relationshipNamespace}/officeDocument`,
  worksheet: `${relationshipNamespace}/worksheet`,
  styles: `${relationshipNamespace}/styles`,
  table: `${relationshipNamespace}/table`,
  coreProperties: `${packageNamespace}/relationships/metadata/core-properties`,
  appProperties: `${relationshipNamespace}/extended-properties`,
};

/** Returns the path of a sheet in the package. @param index the index of the sheet, from 0. */
export function getSheetPath(index: number): string {
  return `xl/${getSheetTarget(index)}`;
}

/** Returns the path of a sheet relative to the workbook. */
function getSheetTarget(index: number): string {
  return `worksheets/sheet${index + 1}.xml`;
}

/** Returns the path of a table relative to the workbook. @param index the index of the table, from 0. */
function getTableTarget(index: number): string {
  return `tables/table${index + 1}.xml`;
}

/**
 * Returns the parts of the package other than the sheets, by path (ECMA-376 part 1, 12.3, and part 2 for the package).
 * They depend on the sheets, so they are written last.
 */
export function createPackageParts(
  sheets: readonly WrittenSheet[],
  properties: DocumentProperties,
  dateFormat: DateFormat,
): Record<string, string> {
  const tables = sheets.flatMap(({ table }, sheetIndex) =>
    table === null ? [] : [{ table, sheetIndex }],
  );
  return {
    'xl/workbook.xml': createWorkbookXml(sheets),
    'xl/_rels/workbook.xml.rels': createRelationships([
      ...sheets.map(
        (_sheet, index) => [relationshipTypes.worksheet, getSheetTarget(index)] as const,
      ),
      [relationshipTypes.styles, 'styles.xml'],
    ]),
    'xl/styles.xml': createStylesXml(dateFormat),
    ...Object.fromEntries(
      tables.flatMap(({ table, sheetIndex }, index) => [
        [`xl/${getTableTarget(index)}`, createTableXml(index + 1, table)],
        [
          `xl/worksheets/_rels/sheet${sheetIndex + 1}.xml.rels`,
          createRelationships([[relationshipTypes.table, `../${getTableTarget(index)}`]]),
        ],
      ]),
    ),
    'docProps/core.xml': createCoreProperties(properties),
    'docProps/app.xml': createAppProperties(properties),
    '_rels/.rels': createRelationships([
      [relationshipTypes.workbook, 'xl/workbook.xml'],
      [relationshipTypes.coreProperties, 'docProps/core.xml'],
      [relationshipTypes.appProperties, 'docProps/app.xml'],
    ]),
    '[Content_Types].xml': createContentTypes({
      '/xl/workbook.xml': `${spreadsheetType}.sheet.main+xml`,
      '/xl/styles.xml': `${spreadsheetType}.styles+xml`,
      ...Object.fromEntries(
        sheets.map((_sheet, index) => [
          `/${getSheetPath(index)}`,
          `${spreadsheetType}.worksheet+xml`,
        ]),
      ),
      ...Object.fromEntries(
        tables.map((_table, index) => [
          `/xl/${getTableTarget(index)}`,
          `${spreadsheetType}.table+xml`,
        ]),
      ),
      '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
      '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    }),
  };
}

function createWorkbookXml(sheets: readonly WrittenSheet[]): string {
  const entries = sheets.map(
    ({ name }, index) =>
      `<sheet name="${encodeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // Prints the header row on each page: 18.2.5.
  const printTitles = sheets.map(({ name }, index) => {
    const quoted = encodeText(`'${name.replaceAll("'", "''")}'`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`;
  });
  return (
    xmlDeclaration +
    `<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">` +
    `<sheets>${entries.join('')}</sheets><definedNames>${printTitles.join('')}</definedNames></workbook>`
  );
}

/** ECMA-376 part 2, 11. */
function createCoreProperties({ title, creator, created }: DocumentProperties): string {
  return (
    xmlDeclaration +
    `<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${encodeText(title)}</dc:title><dc:creator>${encodeText(creator)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString().slice(0, 19)}Z</dcterms:created>` +
    '</cp:coreProperties>'
  );
}

/** ECMA-376 part 1, 22.2. Contains no version, because Excel accepts only its own format of versions. */
function createAppProperties({ creator }: DocumentProperties): string {
  return (
    xmlDeclaration +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    `<Application>${encodeText(creator)}</Application></Properties>`
  );
}

function createContentTypes(overrides: Record<string, string>): string {
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

/** Returns relationships with the ids `rId1`, `rId2` and so on. */
function createRelationships(
  targets: readonly (readonly [type: string, target: string])[],
): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return (
    xmlDeclaration +
    `<Relationships xmlns="${packageNamespace}/relationships">${entries.join('')}</Relationships>`
  );
}
