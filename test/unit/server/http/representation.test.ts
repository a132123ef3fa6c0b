import { describe, expect, it } from 'vitest';
import { answer, represent, REVALIDATE } from '../../../../server/http/representation';

const text = 'One line of an exhibit. '.repeat(200);
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://house/page', { headers, method });

describe('what is answered from memory', () => {
  const page = represent(text, 'text/html; charset=utf-8', REVALIDATE);

  it('is whole for those who cannot unpack', async () => {
    const response = answer(ask(), page);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(text);
  });

  it('prefers Brotli, takes gzip, and believes a refusal', () => {
    const encodingFor = (accepted: string) =>
      answer(ask({ 'Accept-Encoding': accepted }), page).headers.get('content-encoding');
    expect(encodingFor('gzip, deflate, br')).toBe('br');
    expect(encodingFor('gzip')).toBe('gzip');
    expect(encodingFor('br;q=0, gzip')).toBe('gzip');
    expect(encodingFor('identity')).toBeNull();
  });

  it('has one ETag an encoding, and 304 for each', () => {
    const packed = answer(ask({ 'Accept-Encoding': 'br' }), page).headers.get('etag') ?? '';
    const plain = answer(ask(), page).headers.get('etag') ?? '';
    expect(packed).not.toBe(plain);
    expect(answer(ask({ 'If-None-Match': plain }), page).status).toBe(304);
    expect(answer(ask({ 'If-None-Match': `W/${plain}` }), page).status).toBe(304);
    expect(answer(ask({ 'If-None-Match': packed }), page).status).toBe(200);
    expect(answer(ask({ 'If-None-Match': `"other", ${packed}`, 'Accept-Encoding': 'br' }), page).status).toBe(304);
  });

  it('is never a 304 when it says that something failed', () => {
    const etag = answer(ask(), page, 404).headers.get('etag') ?? '';
    expect(answer(ask({ 'If-None-Match': etag }), page, 404).status).toBe(404);
  });

  it('has no body for HEAD, but its length', async () => {
    const response = answer(ask({}, 'HEAD'), page);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-length')).toBe(String(text.length));
  });

  it('leaves pictures and small texts as they are', () => {
    expect(represent(Buffer.alloc(5000), 'image/webp', REVALIDATE).brotli).toBeNull();
    expect(represent('short', 'text/plain', REVALIDATE).gzip).toBeNull();
  });
});
