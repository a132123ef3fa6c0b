import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isKnown } from './representation';

/** A file on disk that is served as it is; `etag` names its content. */
export interface ServedFile {
  path: string;
  sizeBytes: number;
  type: string;
  etag: string;
  cacheControl: string;
}

/**
 * Answers with a file or the one part of it that was asked for (RFC 9110 §14), read as it is sent: recordings are large,
 * and players jump about in them. Several parts at once and other units are answered with the whole, as the standard
 * allows. Null where the file is gone or no longer the one that was read.
 */
export async function answerFile(request: Request, file: ServedFile): Promise<Response | null> {
  const { path, sizeBytes, type, etag, cacheControl } = file;
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Cache-Control': cacheControl,
    ETag: etag,
    'Accept-Ranges': 'bytes'
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  const range = partOf(request, etag, sizeBytes);
  if (range === 'beyond')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${sizeBytes}` } });
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  headers['Content-Length'] = String(end - start + 1);
  if (range) headers['Content-Range'] = `bytes ${start}-${end}/${sizeBytes}`;
  const handle = await open(path).catch(() => null);
  if (!handle) return null;
  const isSame = (await handle.stat()).size === sizeBytes;
  if (!isSame || request.method === 'HEAD') {
    await handle.close();
    return isSame ? new Response(null, { status: range ? 206 : 200, headers }) : null;
  }
  const stream = Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream;
  return new Response(stream, { status: range ? 206 : 200, headers });
}

/** First and last byte asked for; null for the whole; `beyond` where nothing of the file was asked for. */
function partOf(request: Request, etag: string, size: number): { start: number; end: number } | 'beyond' | null {
  if (request.method !== 'GET') return null;
  const ifRange = request.headers.get('if-range');
  // An older copy may not be patched with parts of this one.
  if (ifRange !== null && ifRange !== etag) return null;
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range')?.replace(/\s/g, '') ?? '');
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (!match || (first === '' && last === '')) return null;
  if (first === '') return Number(last) === 0 ? 'beyond' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'beyond';
  return { start: Number(first), end: last === '' ? size - 1 : Math.min(size - 1, Number(last)) };
}
