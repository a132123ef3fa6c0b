import { describe, expect, it } from 'vitest';
import { iCalendarOf } from '../../../../server/interchange/i-calendar';
import { compiledTimeline } from './sample-timeline';

const calendar = iCalendarOf(compiledTimeline(), 'en', 'https://a.example', '2026-11-28');
/** Lines put together again (RFC 5545 §3.1). */
const unfolded = calendar.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar of a timeline', () => {
  it('holds the events known to the day, a span to the day after its last', () => {
    expect(unfolded.filter((line) => /^(UID|DTSTART|DTEND)/.test(line))).toEqual([
      'UID:opened@port.lantai',
      'DTSTART;VALUE=DATE:18780724',
      'DTEND;VALUE=DATE:18780725',
      'UID:siege@port.lantai',
      'DTSTART;VALUE=DATE:19000617',
      'DTEND;VALUE=DATE:19000715'
    ]);
  });

  it('says how many it leaves out', () => {
    expect(unfolded).toContain(
      'DESCRIPTION:A calendar holds only what is known to the day: 5 of 7 events have no certain day and are left out.'
    );
  });

  it('escapes what would end a value, and keeps the sources', () => {
    expect(unfolded).toContain('CATEGORIES:Trade\\; ships');
    expect(unfolded.find((line) => line.startsWith('DESCRIPTION:24'))).toBe(
      'DESCRIPTION:24 July 1878 · Guangxu 4\\n\\nIt opened to <ships>\\,  see it.\\none\\ntwo\\n\\nTea & Silk\\, 1878\\; p. 2'
    );
    expect(unfolded).toContain('URL:https://a.example/en/exhibits/port/timeline?at=event:opened');
  });

  it('has no line longer than 75 octets, and cuts no character', () => {
    const chinese = iCalendarOf(
      { ...compiledTimeline(), title: { 'zh-Hans': '港口与航运'.repeat(30) } },
      'zh-Hans',
      'https://a.example',
      '2026-11-28'
    );
    for (const line of chinese.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(chinese.replaceAll('\r\n ', '')).toContain(`NAME:${'港口与航运'.repeat(30)}\r\n`);
    expect(chinese).not.toContain('\ufffd');
  });
});
