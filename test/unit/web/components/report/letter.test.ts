import { describe, expect, it } from 'vitest';
import type { PageLocale } from '../../../../../server/contract/pages';
import type { ReportData } from '../../../../../server/contract/report';
import { letterSentences, periodName } from '../../../../../web/components/report/letter';
import { messagesOf } from '../../../../../web/i18n/messages';
import { createTranslator } from '../../../../../web/i18n/translator';

const REPORT: ReportData = {
  period: '2026-10',
  periods: ['2026-Q4', '2026-10'],
  from: '2026-10-01',
  to: '2026-10-31',
  isOver: true,
  visits: 120,
  minutes: 345,
  classes: 0,
  longest: [
    {
      exhibit: 'port',
      target: 'object:stamp',
      title: { 'zh-Hans': '大龙\n邮票', en: 'Large Dragon' },
      medianMs: 41_400
    }
  ],
  mostSeen: [],
  opened: 80,
  finished: 24,
  exhibits: [],
  corrections: null
};

async function letter(report: Partial<ReportData>, locale: PageLocale = 'en'): Promise<string[]> {
  const t = await createTranslator(locale, messagesOf(locale === 'en' ? 'en' : 'zh-Hans'));
  return letterSentences({ ...REPORT, ...report }, locale, t);
}

describe('the letter of the report', () => {
  it('says how many came, what they looked at longest and how many read to the end', async () => {
    expect(await letter({})).toEqual([
      expect.stringMatching(/^In October 2026.*<b>120<\/b>.*<b>345<\/b>/),
      'The work looked at longest was <b>Large Dragon</b>: half of all stayed more than 41 seconds.',
      'Of every ten who opened an exhibit, <b>3</b> read to its last section.'
    ]);
  });

  it('says how many classes were held, and nothing where there were none or too few to tell', async () => {
    expect((await letter({ classes: 41 }))[1]).toBe('Teachers held <b>41 classes</b> in the galleries.');
    expect((await letter({ classes: 41 }, 'zh-Hans'))[1]).toMatch(/<b>四十一节课<\/b>/);
    expect(await letter({ classes: null })).toEqual(await letter({ classes: 0 }));
  });

  it('has numbers as characters in a Chinese sentence', async () => {
    const sentences = await letter({}, 'zh-Hans');
    expect(sentences[0]).toMatch(/^二〇二六年十月，/);
    expect(sentences.join('')).not.toMatch(/[0-9\n]/);
  });

  it('says no more than the number of visits where there were few, and nothing where there were none', async () => {
    expect(await letter({ visits: 9 })).toEqual([
      'In October 2026, the online galleries received <b>9</b> visits, too few to say more yet.'
    ]);
    expect(await letter({ visits: null })).toHaveLength(1);
    expect(await letter({ visits: 0 })).toEqual(['In October 2026, there are no figures to report yet.']);
  });

  it('leaves out who read to the end where few opened an exhibit, and says it in words at both ends', async () => {
    expect(await letter({ opened: 49, finished: 49 })).toHaveLength(2);
    expect((await letter({ finished: 1 })).at(-1)).toMatch(/fewer than one/);
    expect((await letter({ finished: 79 })).at(-1)).toMatch(/^Nearly all/);
  });

  it('names a month and a quarter, in figures where they are listed', async () => {
    const t = await createTranslator('zh-Hans', messagesOf('zh-Hans'));
    expect(periodName('2026-10', 'zh-Hans', t)).toBe('2026年10月');
    expect(periodName('2026-Q4', 'zh-Hans', t)).toBe('2026年第四季度');
    expect(periodName('2026-Q4', 'zh-Hans', t, { isSaid: true })).toBe('二〇二六年第四季度');
  });
});
