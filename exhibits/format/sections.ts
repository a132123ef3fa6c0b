import { z } from 'zod';
import { ext, factCodes, field, id, localizedText, markdownText, ownWords, title } from './common';

/** Tells the blocks apart by the one key each must have. */
export const block = z
  .union([
    z.strictObject({ text: field(markdownText, 'A paragraph or more; Markdown subset.', { en: 'Text … [^A-012]' }) }),
    z.strictObject({
      object: field(id, 'The object shown here.', 'large-dragon'),
      size: field(z.enum(['small', 'medium', 'wide']), 'Width on the page.', 'wide').optional(),
      alt: field(localizedText, 'Another description of the picture, for this place only.', {
        en: 'Detail of the red stamp.'
      }).optional()
    }),
    z.strictObject({
      group: field(z.array(id).min(2).max(6), 'Objects side by side.', ['rates-1878', 'first-message'])
    }),
    z.strictObject({
      quote: field(ownWords, 'Words of the time, in their own language and in translation.', {
        'zh-Hans': '报单新到火轮船'
      }),
      attribution: field(ownWords, 'Who said it, where.', { 'zh-Hans': '张焘《津门杂记》' }).optional(),
      facts: factCodes.optional()
    }),
    z.strictObject({ compare: field(z.tuple([id, id]), 'Two objects to compare.', ['river-before', 'river-after']) }),
    z.strictObject({ activity: field(id, 'A task, from `activities`.', 'first-message-quiz') })
  ])
  .meta({ description: 'One piece of a section, in reading order.', examples: [{ object: 'large-dragon' }] });
export type Block = z.infer<typeof block>;

export const section = z
  .strictObject({
    id: field(id, 'Permanent id of the section; its room takes the same unless it says otherwise.', 'machines'),
    title: title({ 'zh-Hans': '机器、信件与电线', en: 'Machines, Mail and Wires' }),
    seal: field(z.string().min(1).max(2), 'One character for the section’s seal.', '机').optional(),
    epigraph: field(localizedText, 'A line to stand vertically beside the title.', {
      'zh-Hans': '先有文书，后有机器'
    }).optional(),
    text: field(markdownText, 'Opening paragraph, set larger; Markdown subset.', {
      en: 'In the later nineteenth century …'
    }),
    blocks: field(z.array(block), 'Texts, objects, groups, quotations, comparisons and tasks in reading order.', [
      { object: 'large-dragon' }
    ]).optional(),
    facts: factCodes.optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'A titled part of the exhibit.',
    examples: [{ id: 'ford', title: { en: 'The Ford' }, text: { en: '…' } }]
  });
export type Section = z.infer<typeof section>;
