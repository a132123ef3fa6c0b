import { describe, expect, it } from 'vitest';
import { browserFamily, networkOf, visitorKey } from '../../../../server/engagement/visitors';

const salt = new Uint8Array(32).fill(7);
const chromium = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';

describe('the daily estimate of visitors', () => {
  it('shortens addresses to the network they come from', () => {
    expect(networkOf('203.0.113.77')).toBe('203.0.113.0/24');
    expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.0/24');
    expect(networkOf('2001:db8:12:3456::9')).toBe('2001:db8:12::/48');
    expect(networkOf('2001:0db8:0012:ffff:1:2:3:4')).toBe('2001:db8:12::/48');
    expect(networkOf('::1')).toBe('0:0:0::/48');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0::/48');
  });

  it('makes no key where the address is unknown', () => {
    expect(networkOf('')).toBeNull();
    expect(networkOf('unix:')).toBeNull();
    expect(visitorKey(salt, 'port', { address: '', userAgent: chromium })).toBeNull();
  });

  it('gives neighbours one key, other salts and other exhibits another', () => {
    const key = visitorKey(salt, 'port', { address: '203.0.113.77', userAgent: chromium });
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(visitorKey(salt, 'port', { address: '203.0.113.1', userAgent: chromium })).toBe(key);
    expect(visitorKey(new Uint8Array(32), 'port', { address: '203.0.113.77', userAgent: chromium })).not.toBe(key);
    expect(visitorKey(salt, 'river', { address: '203.0.113.77', userAgent: chromium })).not.toBe(key);
  });

  it('knows browsers only by family', () => {
    expect(browserFamily(chromium)).toBe('chromium');
    expect(browserFamily(`${chromium} Edg/140.0`)).toBe('edge');
    expect(browserFamily('Mozilla/5.0 (iPhone) AppleWebKit/605.1 MicroMessenger/8.0')).toBe('wechat');
    expect(browserFamily('Mozilla/5.0 (Macintosh) AppleWebKit/605.1 Version/17 Safari/605.1')).toBe('safari');
    expect(browserFamily('Mozilla/5.0 (X11; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe('firefox');
    expect(browserFamily('')).toBe('other');
  });
});
