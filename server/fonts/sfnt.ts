/** Tables of an sfnt (TrueType) font by tag, in no order. */
export type SfntTables = Map<string, Buffer>;

const TRUETYPE = 0x00010000;
const CMAP_FORMAT_4 = 4;
const CMAP_FORMAT_12 = 12;

/** Splits an sfnt into its tables; throws when it is not a TrueType sfnt (all shipped fonts are). */
export function readSfnt(font: Buffer): SfntTables {
  if (font.length < 12 || font.readUInt32BE(0) !== TRUETYPE) throw new Error('Expected a TrueType sfnt font.');
  const tables: SfntTables = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    const offset = font.readUInt32BE(record + 8);
    tables.set(
      font.toString('latin1', record, record + 4),
      font.subarray(offset, offset + font.readUInt32BE(record + 12))
    );
  }
  return tables;
}

/** Joins tables to an sfnt; the inverse of `readSfnt`, with fresh check sums. */
export function writeSfnt(tables: SfntTables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const largestPower = 2 ** Math.floor(Math.log2(sorted.length));
  const header = Buffer.alloc(12 + 16 * sorted.length);
  header.writeUInt32BE(TRUETYPE, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(largestPower * 16, 6);
  header.writeUInt16BE(Math.log2(largestPower), 8);
  header.writeUInt16BE((sorted.length - largestPower) * 16, 10);
  const parts = [header];
  let offset = header.length;
  sorted.forEach(([tag, table], index) => {
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    const record = 12 + 16 * index;
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(checksum(padded), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(table.length, record + 12);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** Glyph of every character the font maps (cmap formats 4 and 12, the Unicode ones). */
export function glyphsByCodePoint(tables: SfntTables): Map<number, number> {
  const cmap = tableOf(tables, 'cmap');
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const offset = cmap.readUInt32BE(4 + 8 * index + 4);
    const format = cmap.readUInt16BE(offset);
    if (format === CMAP_FORMAT_12) readFormat12(cmap, offset, glyphs);
    if (format === CMAP_FORMAT_4) readFormat4(cmap, offset, glyphs);
  }
  return glyphs;
}

function readFormat12(cmap: Buffer, offset: number, glyphs: Map<number, number>): void {
  for (let group = 0; group < cmap.readUInt32BE(offset + 12); group++) {
    const record = offset + 16 + 12 * group;
    const first = cmap.readUInt32BE(record);
    const glyph = cmap.readUInt32BE(record + 8);
    for (let point = first; point <= cmap.readUInt32BE(record + 4); point++) glyphs.set(point, glyph + point - first);
  }
}

function readFormat4(cmap: Buffer, offset: number, glyphs: Map<number, number>): void {
  const segments = cmap.readUInt16BE(offset + 6) / 2;
  const [ends, starts, deltas, ranges] = [14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments].map(
    (at) => offset + at
  ) as [number, number, number, number];
  for (let segment = 0; segment < segments; segment++) {
    const first = cmap.readUInt16BE(starts + 2 * segment);
    const last = cmap.readUInt16BE(ends + 2 * segment);
    const delta = cmap.readUInt16BE(deltas + 2 * segment);
    const rangeAt = ranges + 2 * segment;
    const range = cmap.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point++) {
      const raw = range === 0 ? point : cmap.readUInt16BE(rangeAt + range + 2 * (point - first));
      if (raw !== 0 || range === 0) glyphs.set(point, (raw + delta) & 0xffff);
    }
  }
}

/** Advance widths in em by character, for measuring text without drawing it. */
export function advancesByCodePoint(tables: SfntTables): Map<number, number> {
  const unitsPerEm = tableOf(tables, 'head').readUInt16BE(18);
  const metrics = tableOf(tables, 'hmtx');
  const lastFull = tableOf(tables, 'hhea').readUInt16BE(34) - 1;
  const advances = new Map<number, number>();
  for (const [point, glyph] of glyphsByCodePoint(tables))
    advances.set(point, metrics.readUInt16BE(4 * Math.min(glyph, lastFull)) / unitsPerEm);
  return advances;
}

/** Replaces the names of a font, so that a picture finds it by the family it asks for. */
export function nameTable(family: string): Buffer {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')]
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const header = Buffer.alloc(6 + 12 * names.length);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  names.forEach(([id], index) => {
    const record = 6 + 12 * index;
    const text = texts[index] as Buffer;
    // Windows, Unicode BMP, English (United States): the one every reader looks for.
    [3, 1, 0x409, id, text.length, offset].forEach((value, place) => header.writeUInt16BE(value, record + 2 * place));
    offset += text.length;
  });
  return Buffer.concat([header, ...texts]);
}

export function tableOf(tables: SfntTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`Expected a font with the table “${tag}”.`);
  return table;
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
