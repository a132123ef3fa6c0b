import type { CompiledEvent, CompiledExhibit } from '../../exhibits/format/compiled';
import { dateWords } from '../../exhibits/format/date-words';
import { parseText, type TextTree } from '../../exhibits/format/markdown';
import type { PageLocale } from '../contract/pages';
import { oneLine } from './record-fields';

/** An event of the timeline in one language, as other programs are told of it. */
export interface TimelineEntry {
  event: CompiledEvent;
  title: string;
  /** The date with its doubts: 1878年7月，前后. */
  date: string;
  /** The source's own calendar words, or empty. */
  dateText: string;
  /** What the event says; where it says nothing, what its facts state. Empty where there are none either. */
  text: TextTree;
  lane: string;
  /** What its facts rest on, each once, as one would cite it. */
  sources: string[];
}

/** All events in order of time. What is not written in `locale` comes in the first language there is. */
export function timelineEntries(exhibit: CompiledExhibit, locale: PageLocale): TimelineEntry[] {
  return exhibit.timeline.events.map((event) => {
    const lane = exhibit.timeline.lanes?.find(({ id }) => id === event.lane);
    const facts = event.facts.flatMap((code) => exhibit.facts[code] ?? []);
    const told = event.derived.tree?.[locale] ?? Object.values(event.derived.tree ?? {})[0];
    const codes = new Set(facts.flatMap((fact) => fact.sources));
    return {
      event,
      title: inLanguage(event.title, locale),
      date: spokenDate(event.date, locale),
      dateText: inLanguage(event.dateText, locale),
      text: told ?? facts.flatMap(({ statement }) => parseText(inLanguage(statement, locale))),
      lane: inLanguage(lane?.title, locale),
      sources: [...codes].flatMap((code) => inLanguage(exhibit.sources[code]?.citation, locale) || [])
    };
  });
}

export function spokenDate(edtf: string, locale: string): string {
  const { words, qualifier } = dateWords(edtf, locale);
  if (qualifier === null) return words;
  return locale.startsWith('zh') ? `${words}（${qualifier}）` : `${words} (${qualifier})`;
}

/** A text on one line in a language, else in the first it has; empty without a text. */
export function inLanguage(text: Record<string, string> | undefined, locale: string): string {
  if (!text) return '';
  const [language, first] = Object.entries(text)[0] ?? ['', ''];
  const own = text[locale];
  return own === undefined ? oneLine(first, language) : oneLine(own, locale);
}
