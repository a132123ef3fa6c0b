import type { LocalizedText } from '../../exhibits/format/common';
import type { CompiledExhibit, DayBounds, LocalizedTree } from '../../exhibits/format/compiled';
import { plainText } from '../../exhibits/format/markdown';
import type { Cue } from '../../exhibits/format/web-vtt';
import type { FoundKind } from '../contract/search';

/** How much a match counts, from the most: title, then label and names, then text. */
export const TITLE = 0;
export const LABEL = 1;
export const TEXT = 2;

/** Something a search can find, by where it stands in its exhibit. */
export interface Entry {
  exhibit: CompiledExhibit;
  kind: FoundKind;
  /** Key of an object, place in its list of the rest. */
  at: string | number;
}

export interface EntryText {
  /** A language, or empty where the text has none. */
  lang: string;
  weight: typeof TITLE | typeof LABEL | typeof TEXT;
  text: string;
}

export interface EntryContent {
  texts: EntryText[];
  refCode: string | null;
  bounds: DayBounds | null;
  /** Ids in the exhibit. */
  places: string[];
  people: string[];
}

/** All entries of an exhibit: itself, objects in the order of the story, then sections, events and terms. */
export function entriesOf(exhibit: CompiledExhibit): Entry[] {
  const shown = exhibit.sections.flatMap(({ derived }) => derived.objects);
  const objects = [...new Set([...shown, ...Object.keys(exhibit.objects)])];
  return [
    { exhibit, kind: 'exhibit', at: 0 },
    ...objects.flatMap((at) => {
      const object = exhibit.objects[at];
      return object ? [{ exhibit, kind: object.kind, at }] : [];
    }),
    ...exhibit.sections.map((_, at) => ({ exhibit, kind: 'section' as const, at })),
    ...exhibit.timeline.events.map((_, at) => ({ exhibit, kind: 'event' as const, at })),
    ...exhibit.glossary.map((_, at) => ({ exhibit, kind: 'term' as const, at }))
  ];
}

/** What is indexed of an entry; texts in order of weight. Editors' notes are not in a compiled exhibit. */
export function contentOf({ exhibit, kind, at }: Entry): EntryContent {
  switch (kind) {
    case 'exhibit':
      return exhibitContent(exhibit);
    case 'section':
      return sectionContent(exhibit, Number(at));
    case 'event':
      return eventContent(exhibit, Number(at));
    case 'term':
      return termContent(exhibit, Number(at));
    default:
      return objectContent(exhibit, String(at));
  }
}

function exhibitContent(exhibit: CompiledExhibit): EntryContent {
  const texts = [
    ...said(TITLE, exhibit.title, exhibit.shortTitle),
    ...said(LABEL, exhibit.subtitle, ...(exhibit.keywords ?? [])),
    ...grown(TEXT, exhibit.derived.summary)
  ];
  return { ...NOTHING, texts };
}

function objectContent(exhibit: CompiledExhibit, id: string): EntryContent {
  const object = exhibit.objects[id];
  if (!object) return NOTHING;
  const tags = tagsOf(exhibit, object);
  return {
    texts: [
      ...said(TITLE, object.title),
      ...said(LABEL, object.label, object.dateText, ...(object.creators ?? []), ...namesOf(exhibit, tags)),
      ...grown(TEXT, object.derived.tree),
      ...said(
        TEXT,
        object.transcript,
        object.readings?.punctuated,
        object.readings?.modern,
        object.alt,
        object.typeset?.heading,
        object.typeset?.attribution
      ),
      ...(object.derived.recording?.captions ?? []).map(({ language, cues }) => heard(language, cues)),
      ...said(TEXT, ...(object.regions ?? []).flatMap((region) => [region.title, region.text])),
      ...said(TEXT, object.holder, object.extent, object.natureNote)
    ],
    refCode: object.refCode ?? null,
    bounds: object.derived.bounds,
    ...tags
  };
}

function sectionContent(exhibit: CompiledExhibit, at: number): EntryContent {
  const section = exhibit.sections[at];
  if (!section) return NOTHING;
  const quotes = (section.blocks ?? []).flatMap((block) => ('quote' in block ? [block.quote, block.attribution] : []));
  return {
    ...NOTHING,
    texts: [
      ...said(TITLE, section.title),
      ...said(LABEL, section.epigraph),
      ...grown(TEXT, section.derived.tree, ...section.derived.blocks),
      ...said(TEXT, ...quotes)
    ]
  };
}

function eventContent(exhibit: CompiledExhibit, at: number): EntryContent {
  const event = exhibit.timeline.events[at];
  if (!event) return NOTHING;
  const tags = tagsOf(exhibit, event);
  return {
    texts: [
      ...said(TITLE, event.title),
      ...said(LABEL, event.dateText, ...namesOf(exhibit, tags)),
      ...grown(TEXT, event.derived.tree)
    ],
    refCode: null,
    bounds: event.derived.bounds,
    ...tags
  };
}

function termContent(exhibit: CompiledExhibit, at: number): EntryContent {
  const term = exhibit.glossary[at];
  if (!term) return NOTHING;
  const reading = term.pinyin ? [{ lang: 'zh-Latn', weight: TITLE, text: term.pinyin } as const] : [];
  return { ...NOTHING, texts: [...said(TITLE, term.term), ...reading, ...said(TEXT, term.text)] };
}

const NOTHING: EntryContent = { texts: [], refCode: null, bounds: null, places: [], people: [] };

/** Where and who: its own, and those of the facts it rests on. */
function tagsOf(
  exhibit: CompiledExhibit,
  own: { place?: string | undefined; people?: string[] | undefined; facts?: string[] | undefined }
): Pick<EntryContent, 'places' | 'people'> {
  const facts = (own.facts ?? []).flatMap((code) => exhibit.facts[code] ?? []);
  const places = [own.place, ...(own.place ? [] : facts.map(({ place }) => place))];
  const people = [...(own.people ?? []), ...facts.flatMap((fact) => fact.people ?? [])];
  return { places: [...new Set(places)].filter((one) => one !== undefined), people: [...new Set(people)] };
}

function namesOf(exhibit: CompiledExhibit, { places, people }: Pick<EntryContent, 'places' | 'people'>) {
  return [
    ...places.flatMap((id) => [exhibit.places[id]?.name, exhibit.places[id]?.modernName]),
    ...people.map((id) => exhibit.people[id]?.name)
  ];
}

function said(weight: EntryText['weight'], ...texts: (LocalizedText | undefined)[]): EntryText[] {
  return texts.flatMap((text) =>
    Object.entries(text ?? {}).map(([lang, own]) => ({
      lang,
      weight,
      // The author's line breaks in a Chinese title stand within a word.
      text: lang.startsWith('zh') && weight === TITLE ? own.replace(/\s*\n\s*/g, '') : own
    }))
  );
}

function grown(weight: EntryText['weight'], ...trees: (LocalizedTree | null)[]): EntryText[] {
  return trees.flatMap((tree) =>
    Object.entries(tree ?? {}).map(([lang, own]) => ({ lang, weight, text: plainText(own) }))
  );
}

/** What is said in a recording, as one text. */
function heard(lang: string, cues: Cue[]): EntryText {
  return { lang, weight: TEXT, text: cues.map(({ text }) => text).join(lang.startsWith('zh') ? '' : ' ') };
}
