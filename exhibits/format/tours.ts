import { z } from 'zod';
import { ext, factCodes, field, id, locale, localizedText, markdownText, reference, title } from './common';

export const stop = z
  .strictObject({
    id: field(id, 'Permanent id, unique within its tour.', 'three-stamps'),
    at: field(reference, 'What the visitor looks at: an object, event, section or region.', 'object:large-dragon'),
    text: field(markdownText, 'What the guide says; Markdown subset.', { en: 'Three small stamps …' }),
    facts: factCodes.optional(),
    audio: field(z.string(), 'Sound file in `media`.', 'stop-5.m4a').optional(),
    captions: field(z.string(), 'WebVTT file in `media`.', 'stop-5.vtt').optional(),
    seconds: field(z.number().positive(), 'How long the stop lasts, about.', 40).optional(),
    ext: ext.optional()
  })
  .meta({ description: 'A halt on a tour.', examples: [{ id: 'ford', at: 'section:ford', text: { en: '…' } }] });
export type Stop = z.infer<typeof stop>;

export const tour = z
  .strictObject({
    id: field(id, 'Permanent id.', 'pupils'),
    title: title({ 'zh-Hans': '小学生导览', en: 'Tour for pupils' }),
    audience: field(z.string(), 'For whom: pupils, adults, english, …', 'pupils'),
    languages: field(z.array(locale), 'Languages of this tour, if not all of the exhibit’s.', ['zh-Hans']).optional(),
    stops: field(z.array(stop).min(1), 'Stops in walking order.', [{ id: 'ford', at: 'section:ford' }]),
    ext: ext.optional()
  })
  .meta({ description: 'A guided way through the exhibit.', examples: [{ id: 'pupils', audience: 'pupils' }] });
export type Tour = z.infer<typeof tour>;

export const choiceOption = z
  .strictObject({
    id: field(id, 'Id of the option, unique within its question.', 'b'),
    text: field(localizedText, 'The option as the visitor reads it.', {
      'zh-Hans': '东浮桥',
      en: 'The East Pontoon Bridge'
    })
  })
  .meta({
    description: 'One of the answers to choose from.',
    examples: [{ id: 'b', text: { en: 'The East Pontoon Bridge' } }]
  });

/** The kinds of other issues (order, find, connect, weigh, map, data) join this union when they are built. */
export const activity = z
  .strictObject({
    id: field(id, 'Permanent id.', 'quiz-first-customs'),
    kind: field(z.enum(['choice']), 'choice: pick one or more options.', 'choice'),
    at: field(reference, 'What it is about.', 'object:customs-board').optional(),
    prompt: field(markdownText, 'The question; Markdown subset.', { en: 'Where did the New Customs first stand?' }),
    options: field(z.array(choiceOption).min(2).max(8), 'Answers to choose from, alike in length and kind.', [
      { id: 'b', text: { en: 'The East Pontoon Bridge' } }
    ]),
    answer: field(z.array(id).min(1), 'Ids of the right options.', ['b']),
    explain: field(markdownText, 'Why; shown after the answer. Markdown subset.', { en: 'Because … [^A-012]' }),
    facts: factCodes,
    ext: ext.optional()
  })
  .meta({ description: 'A task for the visitor.', examples: [{ id: 'quiz-first-customs', kind: 'choice' }] });
export type Activity = z.infer<typeof activity>;
