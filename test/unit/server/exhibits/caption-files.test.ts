import { describe, expect, it } from 'vitest';
import { checkCaptions } from '../../../../server/exhibits/caption-files';

const said = (text: string, lengthS: number | null = null) =>
  checkCaptions(text, lengthS, []).map(({ code, line }) => `${code} ${line}`);

describe('checking captions', () => {
  it('passes captions in order within their recording', () => {
    expect(said('WEBVTT\n\n00:00.000 --> 00:01.000\n一\n\n00:01.000 --> 00:02.000\n二\n', 2)).toEqual([]);
  });

  it('refuses another kind of file, and captions without a cue', () => {
    expect(said('1\n00:00:01,000 --> 00:00:02,000\n一')).toEqual(['media-unreadable 1']);
    expect(said('WEBVTT\n\nNOTE later')).toEqual(['captions-invalid 1']);
  });

  it('names the lines of cues out of order and past the end, as sentences in both languages', () => {
    const text = 'WEBVTT\n\n00:03.000 --> 00:04.000\n一\n\n00:01.000 --> 00:09.000\n二\n';
    expect(said(text, 5)).toEqual(['captions-invalid 6', 'captions-invalid 6']);
    expect(checkCaptions(text, 5, [])[0]?.message).toEqual({
      en: 'The cue begins at 0:01, before the one above it at 0:03.',
      zh: '这一条从0:01开始，早于上一条的0:03。'
    });
  });

  it('says no more than twenty of them', () => {
    expect(said(`WEBVTT${'\n\n00:02.000 --> 00:01.000\n一'.repeat(100)}`)).toHaveLength(20);
  });
});
