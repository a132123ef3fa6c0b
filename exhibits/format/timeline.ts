import { z } from 'zod';
import { edtf, ext, factCodes, field, id, markdownText, ownWords, title } from './common';

export const era = z
  .strictObject({
    id: field(id, 'Permanent id.', 'opening'),
    title: title({ 'zh-Hans': '开埠', en: 'The Opening' }),
    seal: field(z.string().min(1).max(2), 'One character for the era’s seal.', '埠').optional(),
    date: field(edtf, 'From when to when, EDTF interval.', '1858/1865'),
    ext: ext.optional()
  })
  .meta({ description: 'A stretch of time that groups events.', examples: [{ id: 'opening', date: '1858/1865' }] });
export type Era = z.infer<typeof era>;

export const lane = z
  .strictObject({
    id: field(id, 'Permanent id.', 'treaty-port'),
    title: title({ 'zh-Hans': '条约与口岸', en: 'Treaty and port' }),
    ext: ext.optional()
  })
  .meta({ description: 'A row of the timeline.', examples: [{ id: 'treaty-port', title: { en: 'Treaty and port' } }] });
export type Lane = z.infer<typeof lane>;

export const tag = z
  .strictObject({
    id: field(id, 'Permanent id, as events name it in `tags`.', 'post'),
    title: title({ 'zh-Hans': '邮政', en: 'Post' }),
    ext: ext.optional()
  })
  .meta({ description: 'What a tag is called.', examples: [{ id: 'post', title: { en: 'Post' } }] });

export const event = z
  .strictObject({
    id: field(id, 'Permanent id.', 'large-dragons-issued'),
    date: field(edtf, 'When, EDTF level 1 or one of a set.', '1878-07?'),
    dateText: field(ownWords, 'The event’s own date in the source’s calendar words.', {
      'zh-Hans': '光绪四年六月'
    }).optional(),
    title: title({ 'zh-Hans': '大龙邮票发行', en: 'Large Dragon stamps issued' }),
    text: field(markdownText, 'A sentence or two; Markdown subset.', {
      en: 'The first day is disputed. [^A-048]'
    }).optional(),
    lane: field(id, 'Its row, from `lanes`.', 'machines').optional(),
    tags: field(z.array(id), 'Tags to filter by; what they are called is told in `tags` of the timeline.', [
      'post'
    ]).optional(),
    object: field(id, 'The object that shows it.', 'large-dragon').optional(),
    section: field(id, 'The section that tells of it.', 'machines').optional(),
    place: field(id, 'Where: an id from `places`.', 'zizhulin').optional(),
    people: field(z.array(id), 'Who: ids from `people`.', ['detring']).optional(),
    facts: factCodes,
    weight: field(
      z.union([z.literal(1), z.literal(2), z.literal(3)]),
      'How large it is drawn: 1 small, 3 large.',
      2
    ).optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'A point or span on the timeline.',
    examples: [{ id: 'guard-founded', date: '1404', facts: ['A-001'] }]
  });
export type TimelineEvent = z.infer<typeof event>;

export const timeline = z
  .strictObject({
    eras: field(z.array(era), 'Eras in order.', [{ id: 'opening', date: '1858/1865' }]).optional(),
    lanes: field(z.array(lane), 'Rows from top to bottom.', [{ id: 'treaty-port' }]).optional(),
    tags: field(z.array(tag), 'What the tags of events are called; one left out shows its id.', [
      { id: 'post', title: { en: 'Post' } }
    ]).optional(),
    events: field(z.array(event), 'Events in any order.', [{ id: 'guard-founded', date: '1404' }]),
    ext: ext.optional()
  })
  .meta({ description: 'The exhibit by time.', examples: [{ events: [] }] });
export type Timeline = z.infer<typeof timeline>;
