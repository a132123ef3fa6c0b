import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../../server/http/client-address';

async function addressSeen(proxies: number | null, forwarded?: string): Promise<string> {
  const app = new Hono().get('/', (c) => c.text(clientAddress(proxies)(c)));
  const incoming = { socket: { remoteAddress: '10.0.0.9', remotePort: 1, remoteFamily: 'IPv4' } };
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  return (await app.request('/', { headers }, { incoming })).text();
}

describe('the address of who asks', () => {
  it('is the socket’s own when no proxy is trusted, whatever the visitor claims', async () => {
    expect(await addressSeen(null, '203.0.113.7')).toBe('10.0.0.9');
    expect(await addressSeen(0, '203.0.113.7')).toBe('10.0.0.9');
  });

  it('is what the outermost trusted proxy saw', async () => {
    expect(await addressSeen(1, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(await addressSeen(2, '198.51.100.1, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
  });

  it('is the socket’s own when the proxies said nothing', async () => {
    expect(await addressSeen(1)).toBe('10.0.0.9');
  });
});
