import { exhibit as exhibitSchema } from '../exhibit';
import { markdownText } from '../common';
import { citationsIn, parseText, referencesIn } from '../markdown';
import { CODE_PATTERN, ID_PATTERN } from '../patterns';
import { parseReference, REFERENCE_KINDS } from '../references';
import type { KnownIds, ReferenceKind } from '../references';
import type { Sentence } from '../sentence';
import { patternsOf, visitPattern } from '../schema-paths';
import type { Pattern } from '../schema-paths';
import type { Path } from '../values';
import { get } from '../values';
import type { Rule, RuleInput } from './rule';

type Kind = keyof KnownIds;

/** Fields that take the bare id of one kind. */
const FIELDS: [Pattern, Kind][] = [
  ['objects.*.facts.*', 'fact'],
  ['objects.*.place', 'place'],
  ['objects.*.people.*', 'person'],
  ['facts.*.sources.*', 'source'],
  ['facts.*.variants.*.sources.*', 'source'],
  ['facts.*.place', 'place'],
  ['facts.*.people.*', 'person'],
  ['sections.*.facts.*', 'fact'],
  ['sections.*.blocks.*.object', 'object'],
  ['sections.*.blocks.*.group.*', 'object'],
  ['sections.*.blocks.*.compare.*', 'object'],
  ['sections.*.blocks.*.activity', 'activity'],
  ['sections.*.blocks.*.facts.*', 'fact'],
  ['gallery.rooms.*.section', 'section'],
  ['gallery.rooms.*.doorways.*.to', 'room'],
  ['gallery.rooms.*.placements.*.object', 'object'],
  ['timeline.events.*.lane', 'lane'],
  ['timeline.events.*.object', 'object'],
  ['timeline.events.*.section', 'section'],
  ['timeline.events.*.place', 'place'],
  ['timeline.events.*.people.*', 'person'],
  ['timeline.events.*.facts.*', 'fact'],
  ['tours.*.stops.*.facts.*', 'fact'],
  ['activities.*.facts.*', 'fact'],
  ['activities.*.object', 'object'],
  ['activities.*.accounts.*.sources.*', 'source'],
  ['lessons.*.steps.*.activity', 'activity'],
  ['lessons.*.tasks.*.facts.*', 'fact'],
  ['lessons.*.tasks.*.object', 'object'],
  ['lessons.*.tasks.*.accounts.*.sources.*', 'source']
].map(([path, kind]) => [(path as string).split('.'), kind as Kind]);

const TEXTS = patternsOf(exhibitSchema, markdownText).map((pattern) => [...pattern, '*']);

const NAMES: Record<Kind, { en: string; zh: string }> = {
  object: { en: 'object', zh: '展品' },
  section: { en: 'section', zh: '章节' },
  room: { en: 'room', zh: '展室' },
  event: { en: 'event', zh: '事件' },
  era: { en: 'era', zh: '时期' },
  lane: { en: 'lane', zh: '时间轴行' },
  tour: { en: 'tour', zh: '导览' },
  activity: { en: 'activity', zh: '活动' },
  fact: { en: 'fact', zh: '事实' },
  source: { en: 'source', zh: '来源' },
  place: { en: 'place', zh: '地点' },
  person: { en: 'person', zh: '人物' },
  stop: { en: 'stop', zh: '站点' },
  region: { en: 'region', zh: '局部' }
};

/** `unknown-reference`: a field, a link in a text or a citation names what the exhibit has not. */
export const unknownReference: Rule = (input) => {
  for (const [pattern, kind] of FIELDS) {
    visitPattern(input.exhibit, pattern, (value, path) => {
      // What is no id at all is told of by the shape.
      if (typeof value !== 'string' || input.known[kind].has(value) || !isId(kind, value)) return;
      reportUnknown(input, path, kind, value);
    });
  }
  for (const pattern of TEXTS) {
    visitPattern(input.exhibit, pattern, (value, path) => {
      if (typeof value !== 'string' || !value.includes('[')) return;
      const tree = parseText(value);
      for (const code of [...citationsIn(tree), ...misspeltCitations(value)]) {
        if (!input.known.fact.has(code)) reportUnknown(input, path, 'fact', code);
      }
      for (const text of referencesIn(tree)) checkReference(input, path, text);
    });
  }
  checkReferenceField(input, ['activities', '*', 'at']);
  checkReferenceField(input, ['lessons', '*', 'tasks', '*', 'at']);
  checkReferenceField(input, ['lessons', '*', 'tasks', '*', 'things', '*', 'answer', '*']);
};

function isId(kind: Kind, value: string): boolean {
  return (kind === 'fact' || kind === 'source' ? CODE_PATTERN : ID_PATTERN).test(value);
}

/** `[^a-48]`: meant as a citation, shown as characters. */
function misspeltCitations(text: string): string[] {
  return [...text.matchAll(/\[\^([^[\]\n]{1,64})\]/g)].flatMap(([, code = '']) =>
    CODE_PATTERN.test(code) ? [] : [code]
  );
}

/** `stop-leads-nowhere`: a stop stands before an object, section, room, event or region that there is; a lesson’s step too. */
export const stopLeadsNowhere: Rule = (input) => {
  leadsSomewhere(input, ['tours', '*', 'stops', '*', 'at'], PLACES, { en: 'The stop leads', zh: '这一站指向' });
  leadsSomewhere(input, ['lessons', '*', 'steps', '*', 'target'], [...PLACES, 'stop'], {
    en: 'The step leads',
    zh: '这一步指向'
  });
};

/** Where a visitor can stand. */
const PLACES: ReferenceKind[] = ['object', 'section', 'room', 'event', 'region'];

function leadsSomewhere(input: RuleInput, pattern: Pattern, kinds: ReferenceKind[], who: Sentence): void {
  visitPattern(input.exhibit, pattern, (value, path) => {
    const reference = typeof value === 'string' ? parseReference(value) : null;
    if (!reference || isElsewhere(input, reference.exhibit)) return;
    const isPlaceToStand = kinds.includes(reference.kind);
    if (isPlaceToStand && input.known[reference.kind].has(reference.id)) return;
    const name = NAMES[reference.kind];
    const suggestion = isPlaceToStand ? suggestReference(input, reference.kind, reference.id) : undefined;
    input.report({
      code: 'stop-leads-nowhere',
      path,
      message: isPlaceToStand
        ? {
            en: `${who.en} to ${name.en} “${reference.id}”, which does not exist.`,
            zh: `${who.zh}${name.zh}“${reference.id}”，展览里没有。`
          }
        : {
            en: `${who.en} to a ${name.en}; a visitor stands before an object, section, room, event or region.`,
            zh: `${who.zh}${name.zh}；只能是展品、章节、展室、事件或局部。`
          },
      remedy: suggestion
        ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
        : { en: 'Lead it to something of this exhibit.', zh: '请改指展览里有的内容。' },
      suggestion
    });
  });
}

/** `wrong-reference-kind`: what is hunted for is something one can stand before. */
export const thingIsInTheExhibit: Rule = (input) => {
  visitPattern(input.exhibit, ['lessons', '*', 'tasks', '*', 'things', '*', 'answer', '*'], (value, path) => {
    const reference = typeof value === 'string' ? parseReference(value) : null;
    if (!reference || (PLACES.includes(reference.kind) && !isElsewhere(input, reference.exhibit))) return;
    input.report({
      code: 'wrong-reference-kind',
      path,
      message: {
        en: `Pupils are to find “${String(value)}”; it must be an object, region, room, section or event of this exhibit.`,
        zh: `要找的写的是“${String(value)}”，只能是本展览的展品、局部、展室、章节或事件。`
      },
      remedy: { en: 'Name one of them.', zh: '请改指其中之一。' }
    });
  });
};

/** `wrong-reference-kind`: the cover must be an object. */
export const coverIsObject: Rule = (input) => {
  const value = get(input.exhibit, 'cover');
  const reference = typeof value === 'string' ? parseReference(value) : null;
  if (!reference) return;
  if (reference.kind === 'object') {
    checkReference(input, ['cover'], value as string);
    return;
  }
  input.report({
    code: 'wrong-reference-kind',
    path: ['cover'],
    message: {
      en: `The cover is “${String(value)}”; it must be an object.`,
      zh: `封面写的是“${String(value)}”，应是一件展品。`
    },
    remedy: { en: 'Write object: and the id of an object.', zh: '请写object:加展品的标识符。' }
  });
};

function checkReferenceField(input: RuleInput, pattern: Pattern): void {
  visitPattern(input.exhibit, pattern, (value, path) => {
    if (typeof value === 'string') checkReference(input, path, value);
  });
}

function checkReference(input: RuleInput, path: Path, text: string): void {
  const reference = parseReference(text);
  if (!reference || isElsewhere(input, reference.exhibit)) return;
  if (!input.known[reference.kind].has(reference.id)) reportUnknown(input, path, reference.kind, reference.id, true);
}

/** Other exhibits are not looked into: a folder must be checkable alone. */
function isElsewhere(input: RuleInput, exhibit: string | null): boolean {
  return exhibit !== null && exhibit !== get(input.exhibit, 'id');
}

function reportUnknown(input: RuleInput, path: Path, kind: Kind, id: string, isFull = false): void {
  const suggestion = isFull ? suggestReference(input, kind, id) : input.suggest(id, [...input.known[kind]]);
  const name = NAMES[kind];
  input.report({
    code: 'unknown-reference',
    path,
    message: { en: `There is no ${name.en} “${id}” in this exhibit.`, zh: `展览里没有${name.zh}“${id}”。` },
    remedy: suggestion
      ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
      : { en: `Add the ${name.en}, or name another.`, zh: `请补上这个${name.zh}，或改指别的。` },
    suggestion
  });
}

/** The nearest id of the kind, else the same id of another kind: `object:ford` for `section:ford`. */
function suggestReference(input: RuleInput, kind: Kind, id: string): string | undefined {
  const other = REFERENCE_KINDS.find((name) => input.known[name].has(id));
  if (other) return `${other}:${id}`;
  const near = input.suggest(id, [...input.known[kind]]);
  return near && `${kind}:${near}`;
}
