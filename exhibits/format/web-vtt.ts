import type { Sentence } from './sentence';

/** A line of captions: seconds from the beginning, who speaks where that is marked, and the words without markup. */
export interface Cue {
  startS: number;
  endS: number;
  speaker: string | null;
  text: string;
}

/** A cue as its file has it: the words with their markup, and where on the picture they go. */
export interface WrittenCue extends Cue {
  /** Line of the file, from 1. */
  line: number;
  settings: string;
  payload: string;
}

export interface CueFault {
  line: number;
  said: Sentence;
}

const TIMING =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+(.*))?$/;
/** Settings that place a cue (WebVTT §6.2.1); whatever else stands there is left out. */
const SETTING = /^(vertical|line|position|size|align):[\w%.,-]+$/;

/**
 * Reads WebVTT (W3C WebVTT §4). Comments, styles and regions are passed over: they are the editor's, or could name other
 * files. A cue that cannot be read is a fault and left out; the rest is there.
 */
export function readCaptions(text: string): { cues: WrittenCue[]; faults: CueFault[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const cues: WrittenCue[] = [];
  const faults: CueFault[] = [];
  let block: string[] = [];
  lines.concat('').forEach((line, index) => {
    if (line.trim() !== '') {
      block.push(line);
      return;
    }
    const first = index - block.length;
    // The first block is the head of the file.
    if (block.length > 0 && first > 0 && !/^(NOTE|STYLE|REGION)(\s|$)/.test(block[0] ?? '')) {
      const read = readCue(block, first + 1);
      if ('said' in read) faults.push(read);
      else cues.push(read);
    }
    block = [];
  });
  return { cues, faults };
}

/** Faults of a whole: cues that end before they begin, begin before the one above, or outlast the recording. */
export function cueFaults(cues: readonly WrittenCue[], lengthS: number | null): CueFault[] {
  const faults: CueFault[] = [];
  cues.forEach((cue, index) => {
    const before = cues[index - 1];
    const { line, startS, endS } = cue;
    if (endS <= startS)
      faults.push({
        line,
        said: {
          en: `The cue ends at ${clock(endS)}, not after its beginning at ${clock(startS)}`,
          zh: `这一条在${clock(endS)}结束，却从${clock(startS)}开始`
        }
      });
    if (before && startS < before.startS)
      faults.push({
        line,
        said: {
          en: `The cue begins at ${clock(startS)}, before the one above it at ${clock(before.startS)}`,
          zh: `这一条从${clock(startS)}开始，早于上一条的${clock(before.startS)}`
        }
      });
    // Encoders pad or cut the last frames: half a second is no fault of the captions.
    if (lengthS !== null && endS > lengthS + 0.5)
      faults.push({
        line,
        said: {
          en: `The cue lasts until ${clock(endS)}, but the recording ends at ${clock(lengthS)}`,
          zh: `这一条到${clock(endS)}为止，录音录像却只到${clock(lengthS)}`
        }
      });
  });
  return faults;
}

/** The captions again, with nothing but their cues: what players are given. */
export function writeCaptions(cues: readonly WrittenCue[]): string {
  const blocks = cues.map(({ startS, endS, settings, payload }) => {
    const timing = [`${stamp(startS)} --> ${stamp(endS)}`, settings].filter(Boolean).join(' ');
    return `${timing}\n${payload}`;
  });
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

/** 1:02 or 1:00:02: a time as players show it. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(s).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`;
}

function readCue(block: string[], firstLine: number): WrittenCue | CueFault {
  const at = block.findIndex((line) => line.includes('-->'));
  const timing = TIMING.exec(block[at]?.trim() ?? '');
  const line = firstLine + Math.max(0, at);
  if (at < 0 || at > 1 || !timing)
    return {
      line,
      said: {
        en: 'A cue needs a line such as “00:01.000 --> 00:04.500” above its words',
        zh: '每条字幕的文字上面应有一行时间，如“00:01.000 --> 00:04.500”'
      }
    };
  const payload = block.slice(at + 1).join('\n');
  const settings = (timing[3] ?? '')
    .split(/\s+/)
    .filter((setting) => SETTING.test(setting))
    .join(' ');
  const speaker = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(payload)?.[1]?.trim() ?? null;
  return {
    line,
    startS: secondsOf(timing[1]),
    endS: secondsOf(timing[2]),
    settings,
    payload,
    speaker: speaker && withoutMarkup(speaker),
    text: withoutMarkup(payload)
  };
}

function secondsOf(stamped = ''): number {
  return stamped.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(h)}:${two(m)}:${two(s)}.${String(ms % 1000).padStart(3, '0')}`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' };

/** Words of a cue: readings of ruby (`<rt>`) and tags gone, lines joined as their language joins them. */
function withoutMarkup(payload: string): string {
  return payload
    .replace(/<rt>[^<]*(<\/rt>|$)/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/([\p{Script=Han}，。、：；！？）》”])\n(?=[\p{Script=Han}（《“])/gu, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
