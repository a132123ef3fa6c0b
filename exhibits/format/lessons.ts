import { z } from 'zod';
import { choice, connect, data, find, order, weigh } from './activities';
import { ext, factCodes, field, id, locale, localizedText, markdownText, reference, title } from './common';

/** Lesson plans: what a teacher does with a class in the exhibit, minute by minute. */

export const hiddenThing = z
  .strictObject({
    id: field(id, 'Id of the thing, unique within its hunt.', 'anchor'),
    clue: field(markdownText, 'The clue; Markdown subset.', { en: 'It held a ship, and holds a gate now.' }),
    answer: field(
      z.array(reference).min(1),
      'Where it is: one of these objects, regions, rooms, sections or events is right.',
      ['object:dagu-anchor']
    ),
    card: field(markdownText, 'The evidence card one gets for it; Markdown subset.', {
      en: 'Cast in the dock in 1889. [^A-031]'
    }).optional()
  })
  .meta({
    description: 'One of the things to be found.',
    examples: [{ id: 'anchor', answer: ['object:dagu-anchor'] }]
  });
export type HiddenThing = z.infer<typeof hiddenThing>;

const common = {
  id: field(id, 'Permanent id, unique within its lesson.', 'evidence-hunt'),
  at: field(reference, 'What it is about.', 'section:ford').optional()
};

export const hunt = z
  .strictObject({
    kind: field(z.literal('hunt'), 'hunt: find things in the exhibit; only in a lesson.', 'hunt'),
    ...common,
    prompt: field(markdownText, 'What the hunt is for; Markdown subset.', { en: 'Find four proofs that …' }),
    things: field(z.array(hiddenThing).min(1).max(12), 'What is to be found.', [{ id: 'anchor' }]),
    explain: field(markdownText, 'What was found, together; shown when revealed. Markdown subset.', { en: '…' }),
    facts: factCodes,
    ext: ext.optional()
  })
  .meta({ description: 'Things to find in the exhibit.', examples: [{ kind: 'hunt', id: 'evidence-hunt' }] });

/** Longest text a pupil may hand in, whatever the task allows. */
export const MAX_WRITTEN = 400;

export const write = z
  .strictObject({
    kind: field(z.literal('write'), 'write: a short text, read by the teacher alone; only in a lesson.', 'write'),
    ...common,
    prompt: field(markdownText, 'What to write; Markdown subset.', { en: 'Write a label of 40 characters.' }),
    maxCharacters: field(
      z.int().min(10).max(MAX_WRITTEN),
      `How long the text may be, at most ${MAX_WRITTEN}; 140 if left out.`,
      60
    ).optional(),
    explain: field(markdownText, 'What a good text has, shown when revealed; Markdown subset.', {
      en: 'A good label names …'
    }),
    facts: factCodes.optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'A short text to write; none is right or wrong.',
    examples: [{ kind: 'write', id: 'my-label' }]
  });

/** A task of a lesson: those of `activities`, and two that need a teacher. Its solution is in nothing that is public. */
export const lessonTask = z
  .discriminatedUnion('kind', [choice, order, find, connect, weigh, data, hunt, write])
  .meta({ description: 'A task of a lesson.', examples: [{ kind: 'choice', id: 'first-message' }] });
export type LessonTask = z.infer<typeof lessonTask>;
export type LessonTaskKind = LessonTask['kind'];
export type LessonTaskOf<Kind extends LessonTaskKind> = Extract<LessonTask, { kind: Kind }>;

export const stepKind = z.enum(['read', 'look', 'answer', 'work', 'weigh', 'write']);
export type StepKind = z.infer<typeof stepKind>;

export const lessonStep = z
  .strictObject({
    id: field(id, 'Permanent id, unique within its lesson.', 'first-message'),
    kind: field(stepKind, 'What one does: read 读, look 看, answer 答, work it out 算, weigh 辩, write 写.', 'answer'),
    title: field(localizedText, 'What the step is called; pupils see it.', { en: 'What did the first message say?' }),
    minutes: field(z.number().positive().max(120), 'How long it takes, about.', 5),
    target: field(
      reference,
      'What the class looks at: an object, section, room, event, region or stop of a tour.',
      'object:first-message'
    ),
    text: field(markdownText, 'What pupils read; Markdown subset.', { en: 'Read what the clerk wrote …' }).optional(),
    notes: field(markdownText, 'For the teacher alone: what to say, what to listen for; Markdown subset.', {
      en: 'Ask who would pay by the word …'
    }).optional(),
    task: field(id, 'A task of this lesson, from its `tasks`.', 'first-message').optional(),
    activity: field(
      id,
      'Or a task of the exhibit, from `activities`, whose answer is public; the teacher’s plan says so.',
      'quiz-first-customs'
    ).optional(),
    ext: ext.optional()
  })
  .meta({ description: 'A step of a lesson.', examples: [{ id: 'first-message', kind: 'answer', minutes: 4 }] });
export type LessonStep = z.infer<typeof lessonStep>;

const AGE = z.int().min(3).max(99);

export const lesson = z
  .strictObject({
    id: field(id, 'Permanent id.', 'words-before-machines'),
    title: title({ 'zh-Hans': '先有文书，后有机器', en: 'First the paper, then the machine' }),
    summary: field(markdownText, 'What the lesson is about and for; Markdown subset.', {
      en: 'A lesson of forty-five minutes on …'
    }),
    ageBand: field(
      z.strictObject({ from: field(AGE, 'The youngest, in years.', 13), to: field(AGE, 'The oldest, in years.', 15) }),
      'For which ages.',
      { from: 13, to: 15 }
    ),
    minutes: field(z.int().min(5).max(240), 'How long it takes; the steps add up to it.', 45),
    languages: field(z.array(locale), 'Languages of this lesson, if not all of the exhibit’s.', ['zh-Hans']).optional(),
    steps: field(z.array(lessonStep).min(1).max(40), 'Steps in their order.', [{ id: 'first-message' }]),
    tasks: field(z.array(lessonTask).max(40), 'Tasks of this lesson alone; their solutions are never public.', [
      { kind: 'choice', id: 'first-message' }
    ]).optional(),
    ext: ext.optional()
  })
  .meta({ description: 'A lesson plan.', examples: [{ id: 'words-before-machines', minutes: 45 }] });
export type Lesson = z.infer<typeof lesson>;
