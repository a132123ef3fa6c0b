import { FORMAT_VERSION, type Exhibit } from '../../exhibits/format/exhibit';
import { MAX_TEXT } from '../../exhibits/format/common';
import { ID_PATTERN } from '../../exhibits/format/patterns';
import type { Sentence } from '../../exhibits/format/sentence';
import type { Era, Lane, TimelineEvent } from '../../exhibits/format/timeline';
import { entriesOf, get, isDictionary, itemsOf, type Dictionary } from '../../exhibits/format/values';
import { htmlLine, htmlText } from './html-text';
import { SOURCES_CLASS } from './timeline-js';
import { readTimelineJsDate } from './timeline-js-dates';
import { slidesOf } from './timeline-js-rows';

/** Something that is not as it was in the file. */
export interface ImportNote {
  /** `events[3]`, `eras[0]`, `title`. */
  at: string;
  /** What of it was not kept, or was changed: a whole sentence. */
  said: Sentence;
}

export interface Imported {
  exhibit: Exhibit & { timeline: NonNullable<Exhibit['timeline']> };
  notes: ImportNote[];
}

/** Longest headline that is kept whole. */
const MAX_TITLE = 300;
const KNOWN = new Set(
  'start_date end_date display_date text media group unique_id background autolink type x_edtf x_lane x_date_text x_weight x_facts x_id x_seal'.split(
    ' '
  )
);

/**
 * An exhibit of one timeline from a TimelineJS 3 file, in one language. Ids, dates, titles, texts, groups (as lanes) and
 * eras are kept; what is not comes back in `notes`. Null of what is no TimelineJS file.
 */
export function importTimelineJs(value: unknown, { id, language }: { id: string; language: string }): Imported | null {
  const slides = slidesOf(value);
  if (!slides) return null;
  const notes: ImportNote[] = [];
  const ids = new Set<string>();
  const lanes = lanesOf(value, language);
  const events = slides.events.flatMap((slide, index) => {
    const say = (en: string, zh: string) => notes.push({ at: `events[${index}]`, said: { en, zh } });
    const event = eventOf(slide, index, language, ids, lanes, say);
    return event ? [event] : [];
  });
  const eraIds = new Set<string>();
  const eras = slides.eras.flatMap((slide, index) => {
    const say = (en: string, zh: string) => notes.push({ at: `eras[${index}]`, said: { en, zh } });
    const era = eraOf(slide, index, language, eraIds, say);
    return era ? [era] : [];
  });
  const sayOfTitle = (en: string, zh: string) => notes.push({ at: 'title', said: { en, zh } });
  const title = htmlLine(textIn(get(get(slides.title, 'text'), 'headline'))) || id;
  const summary = bodyOf(slides.title, sayOfTitle);
  mediaOf(slides.title, sayOfTitle);
  return {
    exhibit: {
      $schema: '../format/exhibit.schema.json',
      formatVersion: FORMAT_VERSION,
      id,
      title: { [language]: title.slice(0, MAX_TITLE) },
      ...(summary ? { summary: { [language]: summary } } : {}),
      languages: [language],
      timeline: {
        ...(eras.length > 0 ? { eras } : {}),
        ...(lanes.size > 0 ? { lanes: [...lanes.values()] } : {}),
        events
      }
    },
    notes
  };
}

type Say = (en: string, zh: string) => void;

function eventOf(
  slide: unknown,
  index: number,
  language: string,
  ids: Set<string>,
  lanes: Map<string, Lane>,
  say: Say
): TimelineEvent | null {
  const text = bodyOf(slide, say);
  const headline = htmlLine(textIn(get(get(slide, 'text'), 'headline'))) || (text ?? '').split('\n')[0]?.slice(0, 60);
  if (!isDictionary(slide) || !headline) {
    say('was left out: it has neither headline nor text.', '未收入：既无标题，也无正文。');
    return null;
  }
  const date = readTimelineJsDate(slide);
  if (!date.ok) {
    say(
      `“${headline.slice(0, 60)}” was left out: it ${date.fault.en}.`,
      `“${headline.slice(0, 60)}”未收入：${date.fault.zh}。`
    );
    return null;
  }
  if (date.fault) say(`${date.fault.en}.`, `${date.fault.zh}。`);
  if (headline.length > MAX_TITLE) say('The headline was shortened.', '标题过长，已截短。');
  const media = mediaOf(slide, say);
  const dateText =
    typeof slide['x_edtf'] === 'string' ? textIn(slide['x_date_text']) : htmlLine(textIn(slide['display_date']));
  const lane = laneOf(slide, language, lanes);
  const weight = [1, 2, 3].find((one) => one === slide['x_weight']) as 1 | 2 | 3 | undefined;
  const lost = Object.keys(slide).filter((key) => !KNOWN.has(key) || key === 'background');
  if (lost.length > 0)
    say(`${lost.join(', ')} has no place in the format.`, `${lost.join('、')}在本格式中没有对应，未保留。`);
  if (itemsOf(slide['x_facts']).length > 0)
    say('The facts it cites are not in the file; cite them again.', '所引事实不在文件中，请重新引用。');
  return {
    id: idFor(slide['unique_id'], headline, 'event', index, ids, say),
    date: date.edtf,
    ...(dateText ? { dateText: { [language]: dateText } } : {}),
    title: { [language]: headline.slice(0, MAX_TITLE) },
    ...(text ? { text: { [language]: text } } : {}),
    ...(lane === null ? {} : { lane }),
    facts: [],
    ...(weight === undefined ? {} : { weight }),
    ...(media ? { ext: { timelinejs: media } } : {})
  };
}

function eraOf(slide: unknown, index: number, language: string, ids: Set<string>, say: Say): Era | null {
  const title = htmlLine(textIn(get(get(slide, 'text'), 'headline')));
  const date = readTimelineJsDate(slide);
  if (!title || !date.ok) {
    const fault = date.ok ? { en: 'has no headline', zh: '没有标题' } : date.fault;
    say(`was left out: it ${fault.en}.`, `未收入：${fault.zh}。`);
    return null;
  }
  if (date.fault) say(`${date.fault.en}.`, `${date.fault.zh}。`);
  const seal = textIn(get(slide, 'x_seal'));
  return {
    id: idFor(get(slide, 'x_id'), title, 'era', index, ids, () => undefined),
    title: { [language]: title.slice(0, MAX_TITLE) },
    ...(seal && [...seal].length <= 2 ? { seal } : {}),
    date: date.edtf
  };
}

/** Lanes our own export lists, in its order. */
function lanesOf(value: unknown, language: string): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  for (const one of itemsOf(get(value, 'x_lanes'))) {
    const [id, title] = [textIn(get(one, 'id')), textIn(get(one, 'title'))];
    if (ID_PATTERN.test(id) && title) lanes.set(title, { id, title: { [language]: title } });
  }
  return lanes;
}

/** A group is a lane; it is made when first named. */
function laneOf(slide: Dictionary, language: string, lanes: Map<string, Lane>): string | null {
  const group = htmlLine(textIn(slide['group']));
  if (!group) return null;
  const known = lanes.get(group);
  if (known) return known.id;
  const taken = new Set([...lanes.values()].map(({ id }) => id));
  const wanted = ID_PATTERN.test(textIn(slide['x_lane'])) ? textIn(slide['x_lane']) : slugOf(group);
  const id = free(wanted || `lane-${lanes.size + 1}`, taken);
  lanes.set(group, { id, title: { [language]: group.slice(0, MAX_TITLE) } });
  return id;
}

function bodyOf(slide: unknown, say: Say): string | null {
  const html = textIn(get(get(slide, 'text'), 'text'));
  if (html === '') return null;
  const { markdown, dropped, addresses } = htmlText(html, SOURCES_CLASS);
  if (dropped.length > 0)
    say(
      `The text had <${dropped.join('>, <')}>, whose words alone were kept.`,
      `正文里的<${dropped.join('>、<')}>只保留了文字。`
    );
  if (addresses.length > 0) {
    const named = addresses.slice(0, 5).map((address) => address.slice(0, 120));
    say(
      `Links of the text were left out, as texts lead to no other host: ${named.join(' ')}`,
      `正文不得指向别的网站，链接未保留：${named.join(' ')}`
    );
  }
  if (markdown.length > MAX_TEXT) say('The text was shortened.', '正文过长，已截短。');
  return markdown.slice(0, MAX_TEXT) || null;
}

/** Media are named, not fetched: an exhibit holds its own files. What the file says of them is kept under `ext`. */
function mediaOf(slide: unknown, say: Say): Record<string, string> | null {
  const media = Object.fromEntries(
    entriesOf(get(slide, 'media')).flatMap(([key, value]) =>
      typeof value === 'string' && value !== '' ? [[key.slice(0, 40), value.slice(0, 2000)]] : []
    )
  );
  const url = media['url'];
  if (url === undefined) return null;
  say(
    `The medium was not fetched: ${url.slice(0, 160)} – put the file into “media” and make an object of it.`,
    `媒体没有下载：${url.slice(0, 160)}，请把文件放进“media”，建一件展品。`
  );
  return media;
}

function idFor(given: unknown, title: string, kind: string, index: number, taken: Set<string>, say: Say): string {
  const asked = textIn(given);
  const wanted = ID_PATTERN.test(asked) ? asked : slugOf(asked) || slugOf(title) || `${kind}-${index + 1}`;
  const id = free(wanted, taken);
  taken.add(id);
  if (asked !== '' && id !== asked)
    say(`Its id “${asked.slice(0, 60)}” became “${id}”.`, `编号“${asked.slice(0, 60)}”改为“${id}”。`);
  return id;
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted.slice(0, 58)}-${number}`;
  return id;
}

/** An id from Latin words: “Line opened, 1888” → `line-opened-1888`; empty where there are none. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return /[a-z]{2}/.test(slug) ? slug : '';
}

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
