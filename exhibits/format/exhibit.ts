import { z } from 'zod';
import { activity } from './activities';
import {
  code,
  ext,
  field,
  id,
  locale,
  localizedText,
  markdownText,
  reference,
  title,
  traditionalWords
} from './common';
import { fact, glossaryTerm, person, place, source } from './facts';
import { gallery, themeName } from './gallery';
import { lesson } from './lessons';
import { object } from './objects';
import { section } from './sections';
import { timeline } from './timeline';
import { tour } from './tours';

export const FORMAT_VERSION = '1.0';

/** Keys that must stand in `exhibit.json` itself; any other may live in a file of its own name. */
export const ROOT_KEYS = ['formatVersion', 'id', 'title', 'languages'] as const;

const role = z.strictObject({
  role: field(localizedText, 'What they did.', { en: 'Curator' }),
  name: field(localizedText, 'Who.', { en: 'Lantai editors' })
});

/** An exhibit as its author writes it (`format.md` §2), after the files of single keys were joined. */
export const exhibit = z
  .strictObject({
    $schema: field(z.string(), 'The JSON Schema an editor completes from.', '../format/exhibit.schema.json').optional(),
    formatVersion: field(z.string(), 'Version of this format.', FORMAT_VERSION),
    id: field(id, 'Id of the exhibit: the name of its folder.', 'northern-port'),
    title: title({ 'zh-Hans': '近代中国\n北方航运中心', en: 'Modern Northern China’s Shipping Centre' }),
    shortTitle: field(localizedText, 'Short title for bars and tabs.', { 'zh-Hans': '北方航运中心' }).optional(),
    subtitle: field(localizedText, 'One line under the title.', { 'zh-Hans': '天津港口 1860—1949' }).optional(),
    summary: field(markdownText, 'Two or three sentences for lists and the opening; Markdown subset.', {
      en: 'The customs kept books …'
    }).optional(),
    notice: field(markdownText, 'What every visitor must be told; Markdown subset.', {
      en: 'Every picture was drawn for this exhibition.'
    }).optional(),
    cover: field(reference, 'The object that opens the exhibit.', 'object:bridge').optional(),
    languages: field(z.array(locale).min(1), 'Languages of the exhibit; the first is the default.', ['zh-Hans', 'en']),
    traditional: field(
      traditionalWords,
      'Traditional Chinese is converted from zh-Hans, character by character; words the conversion gets wrong, mostly names, with what they are in traditional characters.',
      { 范旭东: '范旭東' }
    ).optional(),
    provider: field(
      z.strictObject({
        name: field(localizedText, 'Name of the institution.', { 'zh-Hans': '示例市档案馆' }),
        homepage: field(z.string(), 'Its home page; opened only by a click.', 'https://example.org').optional(),
        logo: field(z.string(), 'Its mark, a file in `media`.', 'logo.svg').optional()
      }),
      'Who shows the exhibit.',
      { name: { en: 'Sample Municipal Archives' } }
    ).optional(),
    credits: field(z.array(role), 'Who made it.', [
      { role: { en: 'Curator' }, name: { en: 'Lantai editors' } }
    ]).optional(),
    rights: field(
      z.string(),
      'Licence of the exhibit: a Creative Commons or rightsstatements.org address.',
      'https://creativecommons.org/licenses/by/4.0/'
    ).optional(),
    credit: field(localizedText, 'Credit line to show.', { en: 'Lantai' }).optional(),
    theme: field(themeName, 'Theme of gallery and pages.', 'river').optional(),
    keywords: field(z.array(localizedText), 'Words to find it by.', [
      { 'zh-Hans': '海河', en: 'Hai River' }
    ]).optional(),
    sources: field(z.record(code, source), 'Sources by code.', {
      S29: { kind: 'scholarship', citation: { en: '…' } }
    }).optional(),
    facts: field(z.record(code, fact), 'Facts by code.', { 'A-028': { statement: { en: '…' } } }).optional(),
    people: field(z.record(id, person), 'People by id.', { detring: { name: { en: 'Gustav Detring' } } }).optional(),
    places: field(z.record(id, place), 'Places by id.', { zizhulin: { name: { en: 'Zizhulin' } } }).optional(),
    objects: field(z.record(id, object), 'Objects by id.', { 'large-dragon': { kind: 'drawing' } }).optional(),
    sections: field(z.array(section), 'Sections in reading order.', [{ id: 'ford' }]).optional(),
    gallery: gallery.optional(),
    timeline: timeline.optional(),
    tours: field(z.array(tour), 'Guided tours.', [{ id: 'pupils' }]).optional(),
    activities: field(z.array(activity), 'Tasks.', [{ id: 'quiz-first-customs' }]).optional(),
    lessons: field(z.array(lesson), 'Lesson plans.', [{ id: 'words-before-machines' }]).optional(),
    glossary: field(z.array(glossaryTerm), 'Words explained.', [{ term: { en: 'concession' } }]).optional(),
    ext: ext.optional()
  })
  .meta({ id: 'Exhibit', title: 'Lantai exhibit', description: 'An exhibit of Lantai, format version 1.' });
export type Exhibit = z.infer<typeof exhibit>;
