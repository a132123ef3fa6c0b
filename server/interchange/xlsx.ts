import { zipOf } from './zip';

/** A sheet of a workbook: a title line, what it says, a header, rows. */
export interface Sheet {
  /** At most 31 characters are kept, and none of `\ / ? * [ ] :`. */
  name: string;
  /** Lines above the table. */
  notes: readonly string[];
  header: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook (ECMA-376, SpreadsheetML) of plain tables: texts are texts and never formulas, numbers are numbers. Its own
 * few parts instead of a library: no pictures, no formats but a bold header, and nothing is read.
 */
export function xlsxOf(sheets: readonly Sheet[]): Buffer {
  const names = uniqueNames(sheets.map(({ name }) => name));
  const each = <T>(make: (number: number, name: string) => T) => names.map((name, index) => make(index + 1, name));
  const type = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return zipOf([
    {
      name: '[Content_Types].xml',
      content:
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/styles.xml', 'styles')}` +
        `${each((n) => type(`xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`
    },
    {
      name: '_rels/.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`
    },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(
        (n, name) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`
      ).join('')}</sheets></workbook>`
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((n) =>
        relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)
      ).join('')}${relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')}</Relationships>`
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: worksheet(sheet) }))
  ]);
}

/** Cell format 0 is plain, 1 is bold. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>';

function worksheet({ notes, header, rows }: Sheet): string {
  const lines: { cells: readonly (string | number | null)[]; isBold: boolean }[] = [
    ...notes.map((note, index) => ({ cells: [note], isBold: index === 0 })),
    ...(notes.length > 0 ? [{ cells: [], isBold: false }] : []),
    { cells: header, isBold: true },
    ...rows.map((cells) => ({ cells, isBold: false }))
  ];
  const widths = header.map((name, column) =>
    Math.min(60, Math.max(...[name, ...rows.map((row) => row[column])].map((cell) => 2 + widthOf(String(cell ?? '')))))
  );
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  );
  const body = lines.map(
    ({ cells, isBold }, index) => `<row r="${index + 1}">${cells.map((value) => cell(value, isBold)).join('')}</row>`
  );
  return `${XML}<worksheet xmlns="${MAIN}"><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function cell(value: string | number | null, isBold: boolean): string {
  const style = isBold ? ' s="1"' : '';
  if (value === null) return `<c${style}/>`;
  if (typeof value === 'number') return `<c${style}><v>${value}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Han are two wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet';
    let own = plain;
    for (let n = 2; used.has(own.toLowerCase()); n++) own = `${plain.slice(0, 28)} ${n}`;
    used.add(own.toLowerCase());
    return own;
  });
}

/** Characters XML 1.0 cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
