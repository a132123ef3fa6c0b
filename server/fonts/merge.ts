import { glyphsByCodePoint, nameTable, readSfnt, tableOf, writeSfnt, type SfntTables } from './sfnt';

const COMPOSITE = { wordArguments: 1, scale: 8, more: 32, xyScale: 64, twoByTwo: 128 };
/** Longest run a cmap may need is one a character; 16 bytes of header, 12 a group (format 12). */
const CMAP_GROUP_BYTES = 12;

/**
 * One font out of several subsets: the first gives names, metrics and layout features, the others' glyphs are
 * appended behind its own. The picture renderer falls back between fonts unreliably (a run with two missing scripts
 * comes out as boxes), so each face it gets must hold every character of the text.
 * All parts are TrueType with the same units per em, as the shipped faces are; else it throws.
 */
export function mergeFonts(parts: Buffer[], family: string): Buffer {
  const [first, ...donors] = parts.map(readSfnt);
  if (!first) throw new Error('Expected at least one font to merge.');
  const merged: SfntTables = new Map(first);
  const glyphs = glyphsByCodePoint(first);
  const outlines = readOutlines(first);
  const metrics = readMetrics(first);
  for (const donor of donors) {
    if (unitsPerEm(donor) !== unitsPerEm(first)) throw new Error('Expected fonts with the same units per em.');
    const shift = outlines.length;
    for (const outline of readOutlines(donor)) outlines.push(shiftComponents(outline, shift));
    metrics.push(...readMetrics(donor));
    for (const [point, glyph] of glyphsByCodePoint(donor)) if (!glyphs.has(point)) glyphs.set(point, glyph + shift);
  }
  writeOutlines(merged, outlines);
  writeMetrics(merged, metrics);
  merged.set('cmap', writeCmap(glyphs));
  merged.set('name', nameTable(family));
  // Vertical metrics count the first font's glyphs only; pictures set vertical text glyph by glyph and need none.
  for (const tag of ['vhea', 'vmtx', 'STAT', 'GDEF']) if (donors.length > 0) merged.delete(tag);
  return writeSfnt(merged);
}

function unitsPerEm(tables: SfntTables): number {
  return tableOf(tables, 'head').readUInt16BE(18);
}

function readOutlines(tables: SfntTables): Buffer[] {
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1;
  const loca = tableOf(tables, 'loca');
  const glyf = tableOf(tables, 'glyf');
  const offset = (index: number) => (isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
  const count = tableOf(tables, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => glyf.subarray(offset(index), offset(index + 1)));
}

/** A composite glyph names its parts by number; appended, the numbers grow. */
function shiftComponents(outline: Buffer, shift: number): Buffer {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return outline;
  const shifted = Buffer.from(outline);
  let at = 10;
  let flags = COMPOSITE.more;
  while (flags & COMPOSITE.more) {
    flags = shifted.readUInt16BE(at);
    shifted.writeUInt16BE(shifted.readUInt16BE(at + 2) + shift, at + 2);
    at += 4 + (flags & COMPOSITE.wordArguments ? 4 : 2);
    if (flags & COMPOSITE.scale) at += 2;
    if (flags & COMPOSITE.xyScale) at += 4;
    if (flags & COMPOSITE.twoByTwo) at += 8;
  }
  return shifted;
}

function writeOutlines(tables: SfntTables, outlines: Buffer[]): void {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  const padded = outlines.map((outline) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]));
  let offset = 0;
  padded.forEach((outline, index) => {
    offset += outline.length;
    loca.writeUInt32BE(offset, 4 * (index + 1));
  });
  const head = Buffer.from(tableOf(tables, 'head'));
  head.writeInt16BE(1, 50);
  const maxp = Buffer.from(tableOf(tables, 'maxp'));
  maxp.writeUInt16BE(outlines.length, 4);
  tables.set('glyf', Buffer.concat(padded)).set('loca', loca).set('head', head).set('maxp', maxp);
}

/** Advance and left side bearing of each glyph, four bytes each. */
function readMetrics(tables: SfntTables): Buffer[] {
  const full = tableOf(tables, 'hhea').readUInt16BE(34);
  const hmtx = tableOf(tables, 'hmtx');
  const count = tableOf(tables, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => {
    if (glyph < full) return hmtx.subarray(4 * glyph, 4 * glyph + 4);
    const bearingAt = 4 * full + 2 * (glyph - full);
    return Buffer.concat([hmtx.subarray(4 * (full - 1), 4 * (full - 1) + 2), hmtx.subarray(bearingAt, bearingAt + 2)]);
  });
}

function writeMetrics(tables: SfntTables, metrics: Buffer[]): void {
  const hhea = Buffer.from(tableOf(tables, 'hhea'));
  hhea.writeUInt16BE(metrics.length, 34);
  tables.set('hhea', hhea).set('hmtx', Buffer.concat(metrics));
}

function writeCmap(glyphs: Map<number, number>): Buffer {
  const sorted = [...glyphs].sort(([a], [b]) => a - b);
  const cmap = Buffer.alloc(12 + 16 + CMAP_GROUP_BYTES * sorted.length);
  cmap.writeUInt16BE(1, 2);
  // Windows, full Unicode.
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(10, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  cmap.writeUInt32BE(cmap.length - 12, 16);
  cmap.writeUInt32BE(sorted.length, 24);
  sorted.forEach(([point, glyph], index) => {
    const group = 28 + CMAP_GROUP_BYTES * index;
    cmap.writeUInt32BE(point, group);
    cmap.writeUInt32BE(point, group + 4);
    cmap.writeUInt32BE(glyph, group + 8);
  });
  return cmap;
}
