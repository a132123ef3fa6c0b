import { describe, expect, it } from 'vitest';
import { clock, cueFaults, readCaptions, writeCaptions } from '../../../../exhibits/format/web-vtt';

const file = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n');

describe('reading captions', () => {
  it('reads times with and without hours, ids, speakers and words without markup', () => {
    const { cues, faults } = readCaptions(
      file(
        'first\n00:01.000 --> 00:02.500 align:start\n<v.loud 船长>开<b>船</b>了，\n都上来。',
        '01:00:03.000 --> 01:00:04.000\nA &amp; B <i>go</i>\nhome'
      )
    );
    expect(faults).toEqual([]);
    expect(cues.map(({ startS, endS, speaker, text }) => [startS, endS, speaker, text])).toEqual([
      [1, 2.5, '船长', '开船了，都上来。'],
      [3603, 3604, null, 'A & B go home']
    ]);
  });

  it('passes over comments, styles and regions, and does not hand them on', () => {
    const text = file(
      'NOTE for editors',
      'STYLE\n::cue { background: url(https://example.org/a.png) }',
      'REGION\nid:a',
      '00:00.000 --> 00:01.000 line:0 href:x\n一'
    );
    const { cues } = readCaptions(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(writeCaptions(cues)).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.000 line:0\n一\n');
  });

  it('names the line of a cue whose time cannot be read and keeps the rest', () => {
    const { cues, faults } = readCaptions(file('0:01 --> 0:02\n一', '00:02.000 --> 00:03.000\n二', '三'));
    expect(cues.map(({ text }) => text)).toEqual(['二']);
    expect(faults.map(({ line }) => line)).toEqual([3, 9]);
  });

  it('finds cues that end before they begin, come too early or outlast the recording', () => {
    const { cues } = readCaptions(
      file(
        '00:05.000 --> 00:04.000\n一',
        '00:03.000 --> 00:06.000\n二',
        '00:08.000 --> 00:10.400\n三',
        '00:09.000 --> 00:12.000\n四'
      )
    );
    expect(cueFaults(cues, 10).map(({ line }) => line)).toEqual([3, 6, 12]);
    expect(cueFaults(cues, 10).at(-1)?.said.en).toBe('The cue lasts until 0:12, but the recording ends at 0:10');
    expect(cueFaults(cues, null)).toHaveLength(2);
  });

  it('reads a hundred thousand cues in a second', () => {
    const many = Array.from({ length: 100_000 }, () => '00:00.000 --> 00:01.000\n一');
    const started = process.cpuUsage();
    expect(readCaptions(file(...many)).cues).toHaveLength(100_000);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });

  it('shows times as players do', () => {
    expect([0, 62.9, 3602].map(clock)).toEqual(['0:00', '1:02', '1:00:02']);
  });
});
