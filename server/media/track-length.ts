import { open, type FileHandle } from 'node:fs/promises';

/** Heads and tails of recordings are no longer than this. */
const WINDOW = 256 * 1024;

/**
 * Seconds a recording lasts, from what its container says; null where it does not say, as films of a live stream.
 * `extension` is that of the file's name, without the dot.
 */
export async function trackLength(file: string, extension: string): Promise<number | null> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const reader = READERS[extension];
    const seconds = reader ? await reader(new Bytes(handle, size)) : null;
    return seconds !== null && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  } finally {
    await handle.close();
  }
}

/** A file read by pieces; what lies beyond its end is zero. */
class Bytes {
  constructor(
    private readonly handle: FileHandle,
    readonly size: number
  ) {}

  async at(start: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    await this.handle.read(bytes, 0, length, start);
    return bytes;
  }
}

const READERS: Record<string, (bytes: Bytes) => Promise<number | null>> = {
  wav: wavLength,
  mp3: mp3Length,
  mp4: boxesLength,
  m4a: boxesLength,
  webm: webmLength,
  ogg: oggLength,
  opus: oggLength
};

/** Bytes of sound by bytes a second (RIFF WAVE). */
async function wavLength(bytes: Bytes): Promise<number | null> {
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= bytes.size;) {
    const head = await bytes.at(at, 24);
    const [name, length] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)];
    if (name === 'fmt ') bytesPerSecond = head.readUInt32LE(16);
    if (name === 'data') return bytesPerSecond > 0 ? Math.min(length, bytes.size - at) / bytesPerSecond : null;
    at += 8 + length + (length % 2);
  }
  return null;
}

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44100, 48000, 32000];

/** Layer III: frames by the encoder's own count (Xing, Info), else the size by the first frame's bit rate. */
async function mp3Length(bytes: Bytes): Promise<number | null> {
  const head = await bytes.at(0, 10);
  const isTagged = head.toString('latin1', 0, 3) === 'ID3';
  const tag = isTagged ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (head.readUInt8(at) & 0x7f), 0) : 0;
  const frame = await bytes.at(tag, 64);
  if ((frame.readUInt16BE(0) & 0xffe0) !== 0xffe0) return null;
  const isFirst = (frame.readUInt8(1) & 0x18) === 0x18;
  const rate =
    (RATES[(frame.readUInt8(2) >> 2) & 3] ?? 0) / (isFirst ? 1 : (frame.readUInt8(1) & 0x18) === 0x10 ? 2 : 4);
  const kilobits = (isFirst ? BITRATES_1 : BITRATES_2)[frame.readUInt8(2) >> 4] ?? 0;
  const isMono = frame.readUInt8(3) >> 6 === 3;
  const side = 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  const says = frame.toString('latin1', side, side + 4);
  if (rate > 0 && (says === 'Xing' || says === 'Info') && (frame.readUInt32BE(side + 4) & 1) === 1)
    return (frame.readUInt32BE(side + 8) * (isFirst ? 1152 : 576)) / rate;
  return kilobits > 0 ? ((bytes.size - tag) * 8) / (kilobits * 1000) : null;
}

/** `moov/mvhd` (ISO 14496-12 §8.2.2). */
async function boxesLength(bytes: Bytes): Promise<number | null> {
  const moov = await findBox(bytes, 0, bytes.size, 'moov');
  const mvhd = moov && (await findBox(bytes, moov.start, moov.end, 'mvhd'));
  if (!mvhd) return null;
  const body = await bytes.at(mvhd.start, 32);
  if (body.readUInt8(0) === 0) return body.readUInt32BE(16) / body.readUInt32BE(12);
  return Number(body.readBigUInt64BE(24)) / body.readUInt32BE(20);
}

async function findBox(bytes: Bytes, from: number, to: number, name: string) {
  for (let at = from; at + 8 <= to;) {
    const head = await bytes.at(at, 16);
    const short = head.readUInt32BE(0);
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    if (head.toString('latin1', 4, 8) === name) return { start: at + (short === 1 ? 16 : 8), end: at + length };
    if (length < 8) return null;
    at += length;
  }
  return null;
}

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const CLUSTER = 0x1f43b675;

/** `Segment/Info/Duration` in ticks of `TimestampScale` nanoseconds (RFC 9559 §5.1.2). */
async function webmLength(bytes: Bytes): Promise<number | null> {
  const head = await bytes.at(0, Math.min(bytes.size, WINDOW));
  let scale = 1_000_000;
  let ticks: number | null = null;
  const walk = (from: number, to: number): void => {
    for (let at = from; at < to;) {
      const id = element(head, at, true);
      const size = id && element(head, at + id.length, false);
      if (!id || !size || id.value === CLUSTER) return;
      const start = at + id.length + size.length;
      const end = Math.min(to, start + size.value);
      if (id.value === SEGMENT || id.value === INFO) walk(start, end);
      if (id.value === TIMESTAMP_SCALE && size.value <= 6) scale = head.readUIntBE(start, size.value);
      if (id.value === DURATION) ticks = size.value === 8 ? head.readDoubleBE(start) : head.readFloatBE(start);
      at = start + size.value;
    }
  };
  try {
    walk(0, head.length);
  } catch (error) {
    // A length that leads out of what was read: the file does not say how long it is.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return ticks === null ? null : (ticks * scale) / 1e9;
}

/** A number of variable length (RFC 8794 §4); ids keep the marker of their length. */
function element(bytes: Buffer, at: number, isId: boolean): { value: number; length: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  let value = isId ? first : first & (0xff >> length);
  for (let index = 1; index < length; index++) value = value * 256 + (bytes[at + index] ?? 0);
  // All ones: as long as what it is in.
  const isUnknown = !isId && value === 2 ** (7 * length) - 1;
  return { value: isUnknown ? Number.MAX_SAFE_INTEGER : value, length };
}

/** The last page says how many samples there were (RFC 3533 §6); Opus counts 48,000 a second (RFC 7845 §4). */
async function oggLength(bytes: Bytes): Promise<number | null> {
  const head = await bytes.at(0, 128);
  const packet = 27 + head.readUInt8(26);
  const isOpus = head.toString('latin1', packet, packet + 8) === 'OpusHead';
  const isVorbis = head.toString('latin1', packet + 1, packet + 7) === 'vorbis';
  if (!isOpus && !isVorbis) return null;
  const rate = isOpus ? 48_000 : head.readUInt32LE(packet + 12);
  const skipped = isOpus ? head.readUInt16LE(packet + 10) : 0;
  const from = Math.max(0, bytes.size - WINDOW);
  const tail = await bytes.at(from, bytes.size - from);
  const last = tail.lastIndexOf('OggS', undefined, 'latin1');
  if (last < 0 || last + 14 > tail.length) return null;
  return (Number(tail.readBigInt64LE(last + 6)) - skipped) / rate;
}
