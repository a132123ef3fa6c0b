import { createHmac } from 'node:crypto';

/**
 * Key of the day's estimate of visitors: HMAC of exhibit, shortened address and browser family with that day's random
 * salt, 16 bytes as hexadecimal. Salt and keys are deleted within 48 hours, then nobody can compute it again.
 * Null when the address is not known.
 */
export function visitorKey(
  salt: Uint8Array,
  exhibit: string,
  { address, userAgent }: { address: string; userAgent: string }
): string | null {
  const network = networkOf(address);
  if (network === null) return null;
  return createHmac('sha256', salt)
    .update(`${exhibit}\0${network}\0${browserFamily(userAgent)}`)
    .digest('hex')
    .slice(0, 32);
}

/** First 24 bits of an IPv4 address, 48 of an IPv6 address; null for anything else. */
export function networkOf(address: string): string | null {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  if (!/^[0-9a-f:]+(%.*)?$/i.test(address) || !address.includes(':')) return null;
  return `${groupsOf(address).slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, zeros written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const missing = Math.max(0, 8 - before.length - after.length);
  const zeros: string[] = Array<string>(tail === undefined ? 0 : missing).fill('0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}

/** A coarse name, so that the key says as little as it can. */
export function browserFamily(userAgent: string): string {
  if (/MicroMessenger/i.test(userAgent)) return 'wechat';
  if (/Edg(e|A|iOS)?\//.test(userAgent)) return 'edge';
  if (/Firefox|FxiOS/.test(userAgent)) return 'firefox';
  if (/Chrom(e|ium)|CriOS/.test(userAgent)) return 'chromium';
  if (/Safari/.test(userAgent)) return 'safari';
  return 'other';
}
