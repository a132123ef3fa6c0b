import type {
  CompiledEvent,
  CompiledExhibit,
  CompiledObject,
  CompiledSection
} from '../../../../exhibits/format/compiled';
import { dateBounds } from '../../../../exhibits/format/dates';
import type { Block } from '../../../../exhibits/format/sections';

/** A compiled object with a picture of the given shape. */
export function sampleObject(kind: CompiledObject['kind'], aspect = 1.5, facts: string[] = []): CompiledObject {
  return {
    kind,
    title: { 'zh-Hans': '物', en: 'A thing' },
    nature: 'sketch',
    facts,
    derived: {
      bounds: null,
      tree: null,
      picture: { url: '', widthPx: 4096, heightPx: Math.round(4096 / aspect), colour: '#ffffff', derivatives: [] },
      pages: [],
      table: null,
      modelUrl: null,
      recording: null,
      placedIn: []
    }
  };
}

/** A compiled section of the given blocks that cites the given facts. */
export function sampleSection(id: string, blocks: Block[], citations: string[] = []): CompiledSection {
  return {
    id,
    title: { 'zh-Hans': '章' },
    text: { 'zh-Hans': '文' },
    blocks,
    derived: {
      tree: {},
      blocks: blocks.map(() => null),
      objects: blocks.flatMap((block) => ('object' in block ? [block.object] : 'group' in block ? block.group : [])),
      citations
    }
  };
}

/** A compiled event; its era is given, its bounds come from its date. */
export function sampleEvent(
  id: string,
  date: string,
  rest: Partial<CompiledEvent> & { era?: string | null } = {}
): CompiledEvent {
  const { era = null, ...event } = rest;
  return {
    id,
    date,
    title: { 'zh-Hans': id, en: `The ${id}` },
    facts: [],
    ...event,
    derived: { bounds: dateBounds(date), tree: null, era }
  };
}

/** A compiled exhibit with what a test gives it and nothing else. */
export function sampleExhibit(parts: Partial<CompiledExhibit>): CompiledExhibit {
  return {
    formatVersion: '1.0',
    id: 'sample',
    title: { 'zh-Hans': '样例', en: 'Sample' },
    languages: ['zh-Hans', 'en'],
    sources: {},
    people: {},
    places: {},
    glossary: [],
    facts: {},
    objects: {},
    sections: [],
    timeline: { eras: [], lanes: [], events: [] },
    tours: [],
    activities: [],
    lessons: [],
    derived: {
      hash: '0',
      sheets: {},
      rooms: {} as CompiledExhibit['derived']['rooms'],
      fontsCss: null,
      galleryCss: null,
      notice: null,
      summary: null
    },
    ...parts
  };
}

/** A fact of the given confidence. */
export function sampleFact(confidence: 'verified' | 'known' | 'disputed') {
  return { statement: { 'zh-Hans': '事' }, sources: [], confidence, derived: { bounds: null } };
}
