import { deflateRawSync } from 'node:zlib';

/** What goes into an archive; names have forward slashes. */
export interface ZipEntry {
  name: string;
  content: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 of the format: deflate. */
const VERSION = 20;
const DEFLATE = 8;
/** Names are UTF-8 (bit 11). */
const FLAGS = 0x0800;
/** 1980-01-01, the format’s first day: the same content makes the same bytes. */
const DOS_DATE = 0x0021;

/** A ZIP archive (APPNOTE 6.3) of a few small texts, deflated. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const bytes = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, 'utf8');
    const header = [FLAGS, DEFLATE, 0, DOS_DATE] as const;
    const sizes = [crc32(bytes), packed.length, bytes.length] as const;
    const local = fields(LOCAL, [VERSION, ...header], sizes, [nameBytes.length, 0]);
    directory.push(
      fields(CENTRAL, [VERSION, VERSION, ...header], sizes, [nameBytes.length, 0, 0, 0, 0]),
      longs([0, offset]),
      nameBytes
    );
    parts.push(local, nameBytes, packed);
    offset += local.length + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([fields(END, [0, 0, entries.length, entries.length], [listed.length, offset], [0])]);
  return Buffer.concat([...parts, listed, end]);
}

/** A signature, 16-bit fields, 32-bit fields, 16-bit fields: all little-endian. */
function fields(
  signature: number,
  before: readonly number[],
  wide: readonly number[],
  after: readonly number[]
): Buffer {
  return Buffer.concat([longs([signature]), shorts(before), longs(wide), shorts(after)]);
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of ZIP (ISO 3309); Node has its own only from version 22. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
