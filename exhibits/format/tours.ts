import { z } from 'zod';
import { ext, factCodes, field, id, locale, markdownText, reference, title } from './common';

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
