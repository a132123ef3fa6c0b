import { describe, expect, it } from 'vitest';
import { PaceWatch, isKnownBot } from '../../../../server/engagement/bots';
import type { EventRow } from '../../../../server/storage/store';

const rowsAt = (times: number[]): EventRow[] =>
  times.map((at) => ({ id: '', at, day: 0, type: 'view', target: 'object:a', durationMs: null, value: null }));
const every = (stepMs: number, count: number, from = 0) => Array.from({ length: count }, (_, n) => from + n * stepMs);

describe('programs that say who they are', () => {
  it.each([
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',
    'Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'
  ])('knows %s', (agent) => expect(isKnownBot(agent)).toBe(true));

  it.each([
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Linux; Android 13; CUBOT X50) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.44',
    'curl/8.5.0',
    'node',
    ''
  ])('takes for a visitor: %s', (agent) => expect(isKnownBot(agent)).toBe(false));
});

describe('pace', () => {
  it('takes a visit above twenty events a second for ten seconds for a program, and goes on doing so', () => {
    const watch = new PaceWatch();
    const first = rowsAt(every(50, 200));
    expect(watch.isTooFast('v', first)).toBe(false);
    watch.add('v', first);
    expect(watch.isTooFast('v', rowsAt([9_990]))).toBe(true);
    expect(watch.isTooFast('v', rowsAt([600_000]))).toBe(true);
    expect(watch.isTooFast('other', rowsAt([9_990]))).toBe(false);
  });

  it('lets twenty a second pass', () => {
    const watch = new PaceWatch();
    for (let second = 0; second < 60; second++) {
      const rows = rowsAt(every(50, 20, second * 1000));
      expect(watch.isTooFast('v', rows)).toBe(false);
      watch.add('v', rows);
    }
  });

  it('judges by when events happened: a morning’s queue sent at once is no program', () => {
    const watch = new PaceWatch();
    for (let batch = 0; batch < 5; batch++) {
      const rows = rowsAt(every(10_000, 100, batch * 1_000_000));
      expect(watch.isTooFast('v', rows)).toBe(false);
      watch.add('v', rows);
    }
  });

  it('does not count twice what is sent again and again after lost answers', () => {
    const watch = new PaceWatch();
    const rows = rowsAt(every(100, 90));
    watch.add('v', rows);
    for (let again = 0; again < 5; again++) expect(watch.isTooFast('v', rows)).toBe(false);
  });
});
