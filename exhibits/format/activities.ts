import { z } from 'zod';
import { code, edtf, ext, factCodes, field, id, localizedText, markdownText, reference } from './common';

/** What every kind of task has before its own fields, and after them. */
const asked = {
  id: field(id, 'Permanent id.', 'quiz-first-customs'),
  at: field(reference, 'What it is about.', 'object:customs-board').optional(),
  prompt: field(markdownText, 'The question; Markdown subset.', { en: 'Where did the New Customs first stand?' })
};
const explained = {
  explain: field(markdownText, 'Why; shown after the answer. Markdown subset.', { en: 'Because … [^A-012]' }),
  facts: factCodes,
  ext: ext.optional()
};

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

export const choice = z
  .strictObject({
    kind: field(z.literal('choice'), 'choice: pick one or more options.', 'choice'),
    ...asked,
    options: field(z.array(choiceOption).min(2).max(8), 'Answers to choose from, alike in length and kind.', [
      { id: 'b', text: { en: 'The East Pontoon Bridge' } }
    ]),
    answer: field(z.array(id).min(1), 'Ids of the right options.', ['b']),
    ...explained
  })
  .meta({
    description: 'A question with answers to choose from.',
    examples: [{ kind: 'choice', id: 'first-customs' }]
  });

export const orderItem = z
  .strictObject({
    id: field(id, 'Id of the item, unique within its task.', 'first-line'),
    text: field(localizedText, 'What is to be put in its place, without the date that tells it.', {
      en: 'The first line in the city'
    }),
    date: field(edtf, 'When it was, EDTF; shown after the answer.', '1877-06-27').optional()
  })
  .meta({ description: 'One of the things to be put in order.', examples: [{ id: 'first-line', date: '1877-06-27' }] });

export const order = z
  .strictObject({
    kind: field(z.literal('order'), 'order: put things into their order.', 'order'),
    ...asked,
    items: field(
      z.array(orderItem).min(3).max(8),
      'The things, written here in the right order; visitors get them mixed.',
      [{ id: 'first-line', text: { en: 'The first line in the city' }, date: '1877-06-27' }]
    ),
    ends: field(
      z.strictObject({
        first: field(localizedText, 'What the beginning is.', { 'zh-Hans': '最早', en: 'Earliest' }),
        last: field(localizedText, 'What the end is.', { 'zh-Hans': '最晚', en: 'Latest' })
      }),
      'What the two ends of the order are called, if not earliest and latest.',
      { first: { en: 'Shortest' }, last: { en: 'Longest' } }
    ).optional(),
    ...explained
  })
  .meta({ description: 'Things to put in order.', examples: [{ kind: 'order', id: 'telegraph-lines' }] });

export const find = z
  .strictObject({
    kind: field(z.literal('find'), 'find: point at a region of a picture.', 'find'),
    ...asked,
    object: field(id, 'The object in whose picture one looks.', 'large-dragon'),
    among: field(
      z.array(id).min(2),
      'Ids of the regions to choose from in words, if not all of the object’s. The same question without pointing.',
      ['country', 'value']
    ).optional(),
    answer: field(z.array(id).min(1), 'Ids of the object’s regions; pointing into any of them is right.', ['value']),
    ...explained
  })
  .meta({ description: 'A part of a picture to find.', examples: [{ kind: 'find', id: 'find-value' }] });

export const pair = z
  .strictObject({
    id: field(id, 'Id of the pair, unique within its task.', 'east-arsenal'),
    left: field(localizedText, 'One half.', { 'zh-Hans': '机器局东局', en: 'The East Arsenal' }),
    right: field(localizedText, 'The half that belongs to it.', { 'zh-Hans': '贾家沽', en: 'Jiajiagu' })
  })
  .meta({ description: 'Two things that belong together.', examples: [{ id: 'east-arsenal' }] });

export const connect = z
  .strictObject({
    kind: field(z.literal('connect'), 'connect: join what belongs together.', 'connect'),
    ...asked,
    pairs: field(z.array(pair).min(2).max(8), 'The pairs as they are right; visitors get the right halves mixed.', [
      { id: 'east-arsenal', left: { en: 'The East Arsenal' }, right: { en: 'Jiajiagu' } }
    ]),
    ...explained
  })
  .meta({ description: 'Halves to join.', examples: [{ kind: 'connect', id: 'works-and-places' }] });

/** Answer of a `weigh` that no account outweighs the others; no account may bear this id. */
export const UNDECIDED = 'undecided';

export const account = z
  .strictObject({
    id: field(id, 'Id of the account, unique within its task; not “undecided”.', 'lunar-day'),
    text: field(localizedText, 'What this account says.', { en: 'Established on 30 December 1900' }),
    grounds: field(markdownText, 'What speaks for it and against it, as far as known. Markdown subset.', {
      en: 'Gives the day in both calendars …'
    }),
    sources: field(z.array(code), 'Codes of the sources that say so.', ['S07']).optional()
  })
  .meta({ description: 'One of several accounts that differ.', examples: [{ id: 'lunar-day' }] });

export const weigh = z
  .strictObject({
    kind: field(z.literal('weigh'), 'weigh: say which account weighs more, or that it cannot be told.', 'weigh'),
    ...asked,
    accounts: field(z.array(account).min(2).max(5), 'The accounts and their grounds.', [{ id: 'lunar-day' }]),
    answer: field(
      z.array(id),
      'Ids of the accounts one may well prefer, or “undecided”: it cannot be told. Empty where no answer is right or wrong.',
      ['lunar-day']
    ),
    ...explained
  })
  .meta({ description: 'Accounts to weigh against each other.', examples: [{ kind: 'weigh', id: 'which-day' }] });

export const data = z
  .strictObject({
    kind: field(z.literal('data'), 'data: read something from the table behind a chart or map.', 'data'),
    ...asked,
    object: field(id, 'The chart or map.', 'national-share'),
    answer: field(
      z.strictObject({
        value: field(z.number(), 'The number asked for.', 8.04).optional(),
        tolerance: field(z.number().min(0), 'How far an answer may be from it; 0 if left out.', 0.05).optional(),
        unit: field(localizedText, 'Unit of the number, beside the field.', { en: 'percentage points' }).optional(),
        rows: field(
          z.array(z.int().positive()).min(1),
          'Or the numbers of the right rows of the table, from 1.',
          [5]
        ).optional()
      }),
      'Either “value”, a number to write, or “rows”, rows to choose.',
      { value: 8.04, tolerance: 0.05 }
    ),
    ...explained
  })
  .meta({ description: 'Something to read from data.', examples: [{ kind: 'data', id: 'share-grown' }] });

/** A task; places on a map are found as its regions (`find`). */
export const activity = z
  .discriminatedUnion('kind', [choice, order, find, connect, weigh, data])
  .meta({ description: 'A task for the visitor.', examples: [{ kind: 'choice', id: 'first-customs' }] });
export type Activity = z.infer<typeof activity>;
export type ActivityKind = Activity['kind'];
/** A task of one kind. */
export type ActivityOf<Kind extends ActivityKind> = Extract<Activity, { kind: Kind }>;
