import { open } from 'node:fs/promises';
import type { Finding } from '../../exhibits/format/findings';
import type { Sentence } from '../../exhibits/format/sentence';
import type { Path } from '../../exhibits/format/values';

const HEAD_BYTES = 64;

/**
 * `media-unreadable`: sound and film begin as their kind does and are no longer than their file. Only heads are read:
 * players judge the rest, and films are large.
 */
export async function checkTrack(file: string, extension: string, path: Path): Promise<Finding[]> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(HEAD_BYTES);
    await handle.read(head, 0, HEAD_BYTES, 0);
    const fault = READERS[extension]?.(head, size);
    if (!fault) return [];
    return [
      {
        code: 'media-unreadable',
        path,
        message: { en: `The recording ${fault.en}.`, zh: `音视频文件${fault.zh}。` },
        remedy: { en: 'Export it again; renaming does not convert a file.', zh: '请重新导出；改名不等于转换格式。' }
      }
    ];
  } finally {
    await handle.close();
  }
}

type HeadReader = (head: Buffer, size: number) => Sentence | null;

const cut: Sentence = { en: 'ends before what its head announces', zh: '在文件头所写的长度之前就结束了' };
const strange = (kind: string): Sentence => ({ en: `does not begin as .${kind} does`, zh: `开头不像.${kind}` });
const latin = (head: Buffer, from: number, to: number) => head.toString('latin1', from, to);

const READERS: Record<string, HeadReader> = {
  mp3: readMp3,
  wav: readWav,
  m4a: (head, size) => readBoxes('m4a', head, size),
  mp4: (head, size) => readBoxes('mp4', head, size),
  ogg: (head) => (latin(head, 0, 4) === 'OggS' ? null : strange('ogg')),
  opus: (head) => (latin(head, 0, 4) === 'OggS' ? null : strange('opus')),
  webm: (head) => (head.readUInt32BE(0) === 0x1a45dfa3 ? null : strange('webm'))
};

/** A frame (ISO 11172-3 §2.4.1.3), or an ID3v2 tag whose length counts seven bits a byte and a frame after it. */
function readMp3(head: Buffer, size: number): Sentence | null {
  if (latin(head, 0, 3) === 'ID3') {
    const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (head.readUInt8(at) & 0x7f), 0);
    return 10 + length < size ? null : cut;
  }
  return (head.readUInt16BE(0) & 0xffe0) === 0xffe0 ? null : strange('mp3');
}

function readWav(head: Buffer, size: number): Sentence | null {
  if (latin(head, 0, 4) !== 'RIFF' || latin(head, 8, 12) !== 'WAVE') return strange('wav');
  return head.readUInt32LE(4) + 8 <= size ? null : cut;
}

/** The first box names the kind of file and is followed by others (ISO 14496-12 §4.3). */
function readBoxes(kind: string, head: Buffer, size: number): Sentence | null {
  if (latin(head, 4, 8) !== 'ftyp') return strange(kind);
  return head.readUInt32BE(0) < size ? null : cut;
}
