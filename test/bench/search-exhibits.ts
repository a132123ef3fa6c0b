import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import { compileExhibit } from '../../server/exhibits/compile';

const OBJECTS_EACH = 2000;
const EVENTS_EACH = 200;
const NAMES_EACH = 40;
/** Words of each language; the nth is said about 1/n as often as the first, as in any language. */
const WORDS = 24_000;

export interface Words {
  chinese: string[];
  english: string[];
}

/** Invented words, and exhibits of 2,000 objects each written in them: as long as real records, and always the same. */
export function searchExhibits(objects: number): { exhibits: CompiledExhibit[]; words: Words; names: string[] } {
  const random = randomFrom(1878);
  const words = inventWords(random);
  const say = sayer(words, random);
  const names = Array.from({ length: NAMES_EACH }, () => say.name());
  const exhibits = Array.from({ length: objects / OBJECTS_EACH }, (_, number) =>
    compiled(exhibitOf(`fonds-${number}`, names, say, random))
  );
  return { exhibits, words, names };
}

function compiled(exhibit: Exhibit): CompiledExhibit {
  const picture = { url: '/media/x/1/512.webp', widthPx: 512, heightPx: 384, colour: '#f7f2e8', derivatives: [] };
  const media = Object.keys(exhibit.objects ?? {}).map((id) => [
    id,
    { picture, pages: [], table: null, modelUrl: null, recording: null }
  ]);
  return compileExhibit(exhibit, Object.fromEntries(media));
}

function exhibitOf(id: string, names: string[], say: Sayer, random: () => number): Exhibit {
  const year = () => 1700 + Math.floor(random() * 250);
  const both = (chinese: number, english: number) => ({ 'zh-Hans': say.chinese(chinese), en: say.english(english) });
  const nameKeys = names.map((_, number) => `name-${number}`);
  const someName = () => nameKeys[Math.floor(random() * random() * NAMES_EACH)] ?? 'name-0';
  const named = Object.fromEntries(
    names.map((name, number) => [`name-${number}`, { name: { 'zh-Hans': name, en: say.english(2) } }])
  );
  return {
    formatVersion: '1.0',
    id,
    title: both(4, 5),
    languages: ['zh-Hans', 'en'],
    people: named,
    places: named,
    objects: Object.fromEntries(
      Array.from({ length: OBJECTS_EACH }, (_, number) => [
        `object-${number}`,
        {
          kind: (['document', 'image', 'drawing', 'chart', 'map'] as const)[number % 5] ?? 'document',
          nature: 'copy' as const,
          title: both(5, 6),
          refCode: `${id.toUpperCase()}-2-${String(number).padStart(6, '0')}`,
          date: String(year()),
          label: both(20, 25),
          description: both(60, 70),
          alt: both(15, 15),
          ...(number % 4 === 0 ? { transcript: { 'zh-Hans': say.chinese(100) } } : {}),
          place: someName(),
          people: [someName()]
        }
      ])
    ),
    timeline: {
      events: Array.from({ length: EVENTS_EACH }, (_, number) => ({
        id: `event-${number}`,
        date: String(year()),
        title: both(4, 5),
        text: both(20, 20),
        facts: []
      }))
    }
  };
}

interface Sayer {
  chinese(words: number): string;
  english(words: number): string;
  name(): string;
}

function sayer({ chinese, english }: Words, random: () => number): Sayer {
  const pick = (words: string[]) => words[Math.floor(WORDS ** random()) - 1] ?? '';
  const many = (count: number, words: string[], between: string, pause: string) => {
    let text = '';
    for (let said = 0; said < count; said += 1) text += pick(words) + ((said + 1) % 6 === 0 ? pause : between);
    return text.trim();
  };
  return {
    chinese: (count) => many(count, chinese, '', '，'),
    english: (count) => many(count, english, ' ', ', '),
    name: () => pick(chinese) + (chinese[Math.floor(random() * WORDS)] ?? '')
  };
}

function inventWords(random: () => number): Words {
  // Three thousand characters make up nearly all modern text.
  const character = () => String.fromCharCode(0x4e00 + Math.floor(3000 ** random()) * 6);
  const syllable = () => {
    const one = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
    return one('bcdfghklmnprstvw') + one('aeiou') + one('lmnrst');
  };
  const several = (least: number, part: () => string) =>
    Array.from({ length: least + Math.floor(random() * 2) }, part).join('');
  return {
    chinese: Array.from({ length: WORDS }, () => several(random() < 0.15 ? 1 : 2, character)),
    english: Array.from({ length: WORDS }, () => several(1, syllable))
  };
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
