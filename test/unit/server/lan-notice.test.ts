import { stripVTControlCharacters } from 'node:util';
import qrcode from 'qrcode-generator';
import { describe, expect, it } from 'vitest';
import { lanAddresses } from '../../../server/http/lan-addresses';
import { lanNotice, terminalCode } from '../../../server/lan-notice';

const at = (address: string, internal = false) => [{ address, family: 'IPv4' as const, internal }];

describe('addresses in the local network', () => {
  it('come with the one the room reaches first', () => {
    expect(
      lanAddresses({
        lo: at('127.0.0.1', true),
        docker0: at('172.17.0.1'),
        tailscale0: at('100.64.3.2'),
        ppp0: at('203.0.113.9'),
        eth1: at('169.254.7.7'),
        wlan0: [...at('192.168.1.20'), { address: 'fe80::1', family: 'IPv6' as const, internal: false }],
        eth0: at('10.2.0.4')
      })
    ).toEqual(['192.168.1.20', '10.2.0.4', '203.0.113.9', '172.17.0.1', '100.64.3.2']);
  });
});

describe('what is said when the server listens in the network', () => {
  it('names every address, the way to try it out and what to do where devices are kept apart', () => {
    const notice = lanNotice(['192.168.1.20', '10.2.0.4'], 3000, false);
    for (const part of [
      'http://192.168.1.20:3000\n',
      'http://10.2.0.4:3000\n',
      'http://192.168.1.20:3000/lessons/check',
      'client isolation',
      '热点'
    ])
      expect(notice).toContain(part);
    expect(notice).toContain(terminalCode('http://192.168.1.20:3000', false));
  });

  it('says so where there is no network', () => {
    expect(lanNotice([], 3000, true)).toMatch(/no network.*\n.*没有连上网络/);
  });

  it.each([true, false])(
    'draws a code that reads back as the address, on white all round (coloured: %s)',
    (isColoured) => {
      const address = 'http://192.168.100.200:65535';
      const rows = stripVTControlCharacters(terminalCode(address, isColoured))
        .replace(/\n$/, '')
        .split('\n')
        .flatMap((line) => ['▀█', '▄█'].map((full) => [...line].map((half) => full.includes(half) === isColoured)));
      const code = qrcode(0, 'L');
      code.addData(address, 'Byte');
      code.make();
      const count = code.getModuleCount();
      const isDark = (row: number, column: number) =>
        row >= 0 && column >= 0 && row < count && column < count && code.isDark(row, column);
      expect(rows.length).toBeGreaterThanOrEqual(count + 4);
      rows.forEach((row, y) => {
        expect(row).toHaveLength(count + 4);
        row.forEach((isInk, x) => expect(isInk, `${y} ${x}`).toBe(isDark(y - 2, x - 2)));
      });
    }
  );
});
