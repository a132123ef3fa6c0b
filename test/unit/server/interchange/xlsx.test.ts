import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from '../../../../server/interchange/xlsx';

/** The files of an archive by their names, read by its central directory as unpackers do. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let n = archive.readUInt16LE(end + 10); n > 0; n--) {
    const [packed, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(from, from + packed));
    expect(content.length).toBe(archive.readUInt32LE(at + 24));
    files.set(name, content.toString());
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

describe('a workbook', () => {
  const files = unzip(
    xlsxOf([
      {
        name: '在哪件前面停得久',
        notes: ['标题', '定义'],
        header: ['作品', '秒'],
        rows: [
          ['=1+1<&', 2.5],
          ['港', null]
        ]
      },
      { name: 'a/b: [c]', notes: [], header: ['x'], rows: [] },
      { name: 'A B   C ', notes: [], header: ['x'], rows: [['\u0000\u0008ok']] }
    ])
  );

  it('has the parts a spreadsheet program looks for', () => {
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml'
    ]);
  });

  it('keeps texts texts, so that none becomes a formula, and numbers numbers', () => {
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<is><t xml:space="preserve">=1+1&lt;&amp;</t></is>');
    expect(sheet).toContain('<c><v>2.5</v></c>');
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<row /g)).toHaveLength(6);
    expect(files.get('xl/worksheets/sheet3.xml')).toContain('>ok<');
  });

  it('gives its sheets names that programs take', () => {
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['在哪件前面停得久', 'a b   c ', 'A B   C  2']);
  });
});
