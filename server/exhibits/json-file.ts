import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { parseTree } from 'jsonc-parser';
import type { Finding } from '../../exhibits/format/findings';
import { MAX_DEPTH, tooDeep } from '../../exhibits/format/validate';
import type { Path } from '../../exhibits/format/values';
import { depthExceededAt, duplicateKeysIn } from './json-scan';
import { syntaxFindings } from './json-syntax';
import { lineStartsOf, makeFinder, placeAt } from './positions';
import type { Place } from './positions';

/** A finding that knows its file, line and column. */
export type PlacedFinding = Finding & { place: Place };

/** A JSON file: what it says, or why it says nothing, and where. */
export interface JsonFile {
  /** Within the exhibit's folder, with `/`. */
  name: string;
  /** Undefined when it cannot be read; then `problems` says why. */
  value: unknown;
  problems: PlacedFinding[];
  /** Where a path stands, or the nearest thing above it. */
  placeOf: (path: Path, atKey?: boolean) => Place;
}

export const MAX_JSON_BYTES = 16 * 1024 * 1024;

/** Reads one JSON file. Every fault of the file becomes a finding; only faults of the machine are thrown. */
export async function readJsonFile(path: string, name: string): Promise<JsonFile> {
  const bytes = await readLimited(path, MAX_JSON_BYTES);
  if (bytes === 'unreadable') return failed(name, unreadable(name));
  if (bytes === 'too-large') return failed(name, tooLarge(name, MAX_JSON_BYTES));
  return parseJson(bytes, name);
}

/** The bytes of a file, unless it cannot be read or is longer than the limit. */
export async function readLimited(path: string, maxBytes: number): Promise<Buffer | 'unreadable' | 'too-large'> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) return 'too-large';
      const bytes = Buffer.allocUnsafe(size);
      const { bytesRead } = await handle.read(bytes, 0, size, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'].includes(String(code))) return 'unreadable';
    throw error;
  }
}

/** JSON from bytes; duplicate keys and a byte order mark are problems that leave the value standing. */
export function parseJson(bytes: Uint8Array, name: string): JsonFile {
  const text = decodeUtf8(bytes);
  if (text === null) return failed(name, encodingInvalid(bytes), firstInvalid(bytes, name));

  let lineStarts: number[] | null = null;
  const at = (offset: number): Place => placeAt(name, (lineStarts ??= lineStartsOf(text)), offset);
  const deep = depthExceededAt(text, MAX_DEPTH);
  if (deep !== null) return failed(name, tooDeep([]), at(deep));

  // The tree costs more than reading; it is made only when something has to be placed.
  let find: ReturnType<typeof makeFinder> | null = null;
  const placeOf = (path: Path, atKey = false): Place => at((find ??= makeFinder(parseTree(text)))(path, atKey));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const problems = syntaxFindings(text).map(({ offset, ...finding }) => ({ ...finding, place: at(offset) }));
    return { name, value: undefined, problems, placeOf };
  }
  const problems = duplicateKeysIn(text).map(({ path, offset }) => ({ ...duplicateKey(path), place: at(offset) }));
  if (bytes[0] === 0xef && bytes[1] === 0xbb) problems.unshift({ ...byteOrderMark(), place: at(0) });
  return { name, value, problems, placeOf };
}

/** Text of UTF-8 without its byte order mark; null when the bytes are something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function firstInvalid(bytes: Uint8Array, name: string): Place {
  const text = new TextDecoder('utf-8').decode(bytes);
  return placeAt(name, lineStartsOf(text), Math.max(0, text.indexOf('\ufffd')));
}

function failed(name: string, finding: Finding, place: Place = { file: name, line: 1, column: 1 }): JsonFile {
  return {
    name,
    value: undefined,
    problems: [{ ...finding, place }],
    placeOf: () => ({ file: name, line: 1, column: 1 })
  };
}

function unreadable(name: string): Finding {
  return {
    code: 'file-unreadable',
    path: [],
    message: { en: `“${name}” cannot be opened for reading.`, zh: `“${name}”无法打开。` },
    remedy: { en: 'Check that the file is there and that you may read it.', zh: '请检查文件是否存在、是否有读取权限。' }
  };
}

export function tooLarge(name: string, maxBytes: number): Finding {
  const limit = `${maxBytes / 1024 / 1024} MiB`;
  return {
    code: 'file-too-large',
    path: [],
    message: { en: `“${name}” is larger than ${limit}.`, zh: `“${name}”超过${limit}。` },
    remedy: { en: 'Divide it into several files, or shorten it.', zh: '请分成几个文件，或精简。' }
  };
}

function encodingInvalid(bytes: Uint8Array): Finding {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const guess = isUtf16 ? 'UTF-16' : 'GBK';
  return {
    code: 'encoding-invalid',
    path: [],
    message: {
      en: `The file is not UTF-8; it may have been saved as ${guess}.`,
      zh: `文件不是UTF-8编码，可能存成了${guess}。`
    },
    remedy: { en: 'Save it as UTF-8.', zh: '请另存为UTF-8。' }
  };
}

function byteOrderMark(): Finding {
  return {
    code: 'byte-order-mark',
    path: [],
    message: {
      en: 'The file begins with a byte order mark, which some programs stumble over.',
      zh: '文件开头有字节顺序标记（BOM），有的程序读不了。'
    },
    remedy: { en: 'Save it as UTF-8 without BOM.', zh: '请另存为不带BOM的UTF-8。' }
  };
}

function duplicateKey(path: Path): Finding {
  const key = String(path.at(-1));
  return {
    code: 'duplicate-key',
    path,
    message: {
      en: `The key “${key}” stands twice in this object; only the later would count.`,
      zh: `同一对象里“${key}”写了两次，只有后一个算数。`
    },
    remedy: { en: 'Take one away, or give it another name.', zh: '请去掉一个，或改名。' }
  };
}
