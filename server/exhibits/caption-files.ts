import type { Finding } from '../../exhibits/format/findings';
import { cueFaults, readCaptions } from '../../exhibits/format/web-vtt';
import type { Path } from '../../exhibits/format/values';

/** A finding in a line of the captions; without one in the file as a whole. */
export type CaptionFinding = Finding & { line: number };

/** Whoever typed a file by hand wants the first faults, not all of the same kind. */
const MOST = 20;

/**
 * `media-unreadable`: WebVTT begins with its name (W3C WebVTT §4.1). `captions-invalid`: each cue has its times, in
 * order, and none outlasts the recording of `lengthS` seconds, where that is known.
 */
export function checkCaptions(text: string, lengthS: number | null, path: Path): CaptionFinding[] {
  if (!/^\ufeff?WEBVTT([ \t\r\n]|$)/.test(text)) {
    return [
      {
        code: 'media-unreadable',
        path,
        line: 1,
        message: { en: 'The captions do not begin with WEBVTT.', zh: '字幕文件应以WEBVTT开头。' },
        remedy: { en: 'Export them as WebVTT.', zh: '请导出为WebVTT。' }
      }
    ];
  }
  const { cues, faults } = readCaptions(text);
  if (cues.length === 0 && faults.length === 0) return [wordless(path)];
  return [...faults, ...cueFaults(cues, lengthS)]
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MOST)
    .map(({ line, said }) => ({
      code: 'captions-invalid',
      path,
      line,
      message: { en: `${said.en}.`, zh: `${said.zh}。` },
      remedy: { en: 'Correct the time in the captions.', zh: '请改正字幕里的时间。' }
    }));
}

function wordless(path: Path): CaptionFinding {
  return {
    code: 'captions-invalid',
    path,
    line: 1,
    message: { en: 'The captions have no cue.', zh: '字幕文件里没有一条字幕。' },
    remedy: {
      en: 'Write what is heard, or in brackets what sounds.',
      zh: '请写上听到的话；没有话的，在括号里写是什么声音。'
    }
  };
}
