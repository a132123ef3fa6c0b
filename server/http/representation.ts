import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Something that can be answered: bytes made and compressed once, served from memory many times with a strong
 * ETag per encoding and 304s (`engagement.md` §5: eleven times faster than compressing at each request).
 */
export interface Representation {
  type: string;
  cacheControl: string;
  identity: Variant;
  gzip: Variant | null;
  brotli: Variant | null;
}
interface Variant {
  bytes: Buffer;
  etag: string;
}

export const IMMUTABLE = 'public, max-age=31536000, immutable';
export const REVALIDATE = 'no-cache';

const COMPRESSIBLE = /^(text\/|application\/((ld\+)?json|javascript|manifest\+json|xml)|image\/svg)/;
/** Below this, headers outweigh the saving. */
const MIN_COMPRESSED_BYTES = 700;

/** Compresses at moderate effort: for what is made while the server runs and kept. */
export function represent(body: string | Buffer, type: string, cacheControl: string): Representation {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  if (bytes.length < MIN_COMPRESSED_BYTES || !COMPRESSIBLE.test(type)) {
    return { type, cacheControl, identity: { bytes, etag: `"${hashOf(bytes)}"` }, gzip: null, brotli: null };
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return representCompressed(bytes, type, cacheControl, {
    gzip: gzipSync(bytes, { level: 6 }),
    brotli: brotliCompressSync(bytes, { params })
  });
}

/** For pictures, which no encoding makes smaller, under an ETag that is known without reading them. */
export function representPicture(bytes: Buffer, type: string, cacheControl: string, etag: string): Representation {
  return { type, cacheControl, identity: { bytes, etag }, gzip: null, brotli: null };
}

/** For what was compressed beforehand. */
export function representCompressed(
  bytes: Buffer,
  type: string,
  cacheControl: string,
  compressed: { gzip: Buffer; brotli: Buffer }
): Representation {
  const hash = hashOf(bytes);
  return {
    type,
    cacheControl,
    identity: { bytes, etag: `"${hash}"` },
    gzip: { bytes: compressed.gzip, etag: `"${hash}-gz"` },
    brotli: { bytes: compressed.brotli, etag: `"${hash}-br"` }
  };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** The answer to one request for it: picks the encoding, answers 304 when the visitor has it already. */
export function answer(request: Request, representation: Representation, status = 200): Response {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const [encoding, variant] = choose(representation, accepted);
  const headers: Record<string, string> = {
    'Content-Type': representation.type,
    'Cache-Control': representation.cacheControl,
    ETag: variant.etag
  };
  if (representation.gzip) headers['Vary'] = 'Accept-Encoding';
  if (status === 200 && isKnown(request, variant.etag)) return new Response(null, { status: 304, headers });
  if (encoding) headers['Content-Encoding'] = encoding;
  headers['Content-Length'] = String(variant.bytes.length);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(variant.bytes), { status, headers });
}

function choose(representation: Representation, accepted: string): [string | null, Variant] {
  if (representation.brotli && accepts(accepted, 'br')) return ['br', representation.brotli];
  if (representation.gzip && accepts(accepted, 'gzip')) return ['gzip', representation.gzip];
  return [null, representation.identity];
}

/** Whether a header such as `Accept` names an encoding or type and does not refuse it. */
export function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.trim().split(';');
    return name === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}

/** Whether the one who asks has it already. */
export function isKnown(request: Request, etag: string): boolean {
  const header = request.headers.get('if-none-match');
  if (header === null) return false;
  return header === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}
