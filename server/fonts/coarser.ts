import { readSfnt, tableOf, writeSfnt, type SfntTables } from './sfnt';

/** Bits of a simple glyph’s point: on the curve; a coordinate of one byte and its sign, or the same as before. */
const POINT = { onCurve: 1, xByte: 2, yByte: 4, repeat: 8, xSame: 16, ySame: 32 };

/** Where tables hold lengths in units of the em, two bytes each, by offset. */
const LENGTHS: Record<string, readonly number[]> = {
  head: [18, 36, 38, 40, 42],
  hhea: [4, 6, 8, 10, 12, 14, 16],
  vhea: [4, 6, 8, 10, 12, 14, 16],
  'OS/2': [2, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 68, 70, 72, 74, 76, 86, 88],
  post: [8, 10]
};

/**
 * A TrueType font with half the units per em, so that steps along its outlines are shorter and pack into fewer bytes: a
 * tenth less of a WOFF2. A unit is then a quarter of a pixel in a title of 65 px on a screen of double density. Hints are
 * left out. A font with glyphs made of others, or with kerning, is given back as it is.
 */
export function coarserFont(font: Buffer): Buffer {
  const tables = readSfnt(font);
  const outlines = outlinesOf(tables);
  const hasParts = outlines.some((outline) => outline.length >= 10 && outline.readInt16BE(0) < 0);
  const isPlain = (tables.get('GPOS')?.length ?? 0) <= EMPTY_GPOS && tableOf(tables, 'head').readUInt16BE(18) % 2 === 0;
  if (hasParts || !isPlain) return font;
  const halved = new Map(tables);
  for (const [tag, places] of Object.entries(LENGTHS)) {
    const table = tables.get(tag);
    if (table) halved.set(tag, withHalves(table, places));
  }
  for (const tag of ['hmtx', 'vmtx']) {
    const table = tables.get(tag);
    const places = Array.from({ length: (table?.length ?? 0) / 2 }, (_, index) => 2 * index);
    if (table) halved.set(tag, withHalves(table, places));
  }
  const drawn = outlines.map((outline) => {
    const half = halvedOutline(outline);
    return Buffer.concat([half, Buffer.alloc(-half.length & 3)]);
  });
  const loca = Buffer.alloc(4 * (drawn.length + 1));
  let end = 0;
  drawn.forEach((outline, glyph) => loca.writeUInt32BE((end += outline.length), 4 * (glyph + 1)));
  const head = tableOf(halved, 'head');
  head.writeInt16BE(1, 50);
  return writeSfnt(halved.set('glyf', Buffer.concat(drawn)).set('loca', loca).set('head', head));
}

/** Of a table without any lookup. */
const EMPTY_GPOS = 30;

function withHalves(table: Buffer, places: readonly number[]): Buffer {
  const halved = Buffer.from(table);
  for (const at of places) if (at + 2 <= table.length) halved.writeInt16BE(Math.round(table.readInt16BE(at) / 2), at);
  return halved;
}

function outlinesOf(tables: SfntTables): Buffer[] {
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1;
  const [loca, glyf] = [tableOf(tables, 'loca'), tableOf(tables, 'glyf')];
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const count = tableOf(tables, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)));
}

function halvedOutline(outline: Buffer): Buffer {
  const contours = outline.length < 10 ? 0 : outline.readInt16BE(0);
  if (contours === 0) return outline;
  const ends = 10 + 2 * contours;
  const points = outline.readUInt16BE(ends - 2) + 1;
  const { flags, at } = readFlags(outline, ends + 2 + outline.readUInt16BE(ends), points);
  const xs = readCoordinates(outline, at, flags, POINT.xByte, POINT.xSame);
  const ys = readCoordinates(outline, xs.at, flags, POINT.yByte, POINT.ySame);
  const x = xs.values.map((value) => Math.round(value / 2));
  const y = ys.values.map((value) => Math.round(value / 2));
  const header = Buffer.from(outline.subarray(0, ends));
  [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)].forEach((edge, index) =>
    header.writeInt16BE(edge, 2 + 2 * index)
  );
  return Buffer.concat([header, Buffer.alloc(2), ...written(flags, x, y)]);
}

function readFlags(outline: Buffer, start: number, points: number): { flags: number[]; at: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < points) {
    const flag = outline.readUInt8(at++);
    const times = flag & POINT.repeat ? outline.readUInt8(at++) + 1 : 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  return { flags, at };
}

/** Places of all points in one direction; a point is written as its way from the one before. */
function readCoordinates(outline: Buffer, start: number, flags: number[], byte: number, same: number) {
  let at = start;
  let place = 0;
  const values = flags.map((flag) => {
    if (flag & byte) place += outline.readUInt8(at++) * (flag & same ? 1 : -1);
    else if (!(flag & same)) place += outline.readInt16BE((at += 2) - 2);
    return place;
  });
  return { values, at };
}

/** Flags and both directions, a byte or two for each way and none where there is none. */
function written(flags: number[], x: number[], y: number[]): Buffer[] {
  const ways: [Buffer[], Buffer[]] = [[], []];
  const marks = flags.map((flag, index) => {
    const way = (places: number[], out: Buffer[], byte: number, same: number): number => {
      const step = places[index]! - (places[index - 1] ?? 0);
      if (step === 0) return same;
      if (Math.abs(step) > 255) {
        const word = Buffer.alloc(2);
        word.writeInt16BE(step);
        out.push(word);
        return 0;
      }
      out.push(Buffer.from([Math.abs(step)]));
      return byte | (step > 0 ? same : 0);
    };
    return (
      (flag & POINT.onCurve) | way(x, ways[0], POINT.xByte, POINT.xSame) | way(y, ways[1], POINT.yByte, POINT.ySame)
    );
  });
  return [Buffer.from(marks), ...ways[0], ...ways[1]];
}
