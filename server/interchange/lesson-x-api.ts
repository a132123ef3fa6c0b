import type { LocalizedText } from '../../exhibits/format/common';
import { isRight, wordsOf } from '../contract/lesson/asked';
import type { LessonEvent } from '../contract/lesson/events';
import { type LessonSetup, taskOf } from '../contract/lesson/state';
import { statementId } from './x-api';

const ADL = 'http://adlnet.gov/expapi/';
const VERBS = {
  joined: [`${ADL}verbs/initialized`, 'initialized'],
  answered: [`${ADL}verbs/answered`, 'answered'],
  sought: [`${ADL}verbs/interacted`, 'interacted'],
  'help-asked': ['http://id.tincanapi.com/verb/requested-attention', 'requested attention'],
  ended: [`${ADL}verbs/terminated`, 'terminated']
} as const;

/**
 * What pupils did in a lesson as xAPI 1.0.3 statements, in the order of the log. The actor is a seat of this lesson; a school
 * that knows who sat there joins that itself. `address`: of the site, absolute, without slash at its end. A seat that was freed is left out.
 */
export function lessonStatements(setup: LessonSetup, events: readonly LessonEvent[], address: string): object[] {
  const seats = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'joined') seats.set(event.member, event.seat);
    if (event.kind === 'seat-freed') seats.delete(event.member);
  }
  const exhibit = `${address}/exhibits/${setup.exhibit}`;
  const lesson = `${exhibit}/lessons/${setup.plan.id}`;
  const homePage = `${address}/lessons/${setup.lesson}`;

  return events.flatMap((event): object[] => {
    if (!(event.kind in VERBS)) return [];
    const [verb, word] = VERBS[event.kind as keyof typeof VERBS];
    const seat = 'member' in event ? seats.get(event.member) : null;
    if (seat === undefined) return [];
    return [
      {
        id: statementId(`${setup.lesson}/${event.seq}`),
        actor:
          seat === null
            ? { objectType: 'Group', name: 'class', account: { homePage, name: 'class' } }
            : { objectType: 'Agent', account: { homePage, name: `seat-${seat}` } },
        verb: { id: verb, display: { en: word } },
        object:
          'task' in event
            ? { id: `${lesson}/${encodeURIComponent(event.task)}`, definition: questionOf(setup, event.task) }
            : { id: lesson, definition: { type: `${ADL}activities/lesson`, name: setup.plan.title } },
        ...resultOf(setup, event),
        context: {
          contextActivities: {
            parent: [{ id: lesson }],
            grouping: [{ id: exhibit }]
          },
          extensions: { [`${address}/xapi/seq`]: event.seq }
        },
        timestamp: new Date(event.time).toISOString(),
        version: '1.0.3'
      }
    ];
  });
}

/** What was asked, as the author wrote it, without evidence marks. */
function questionOf(setup: LessonSetup, id: string): { type: string; name?: LocalizedText } {
  const task = taskOf(setup, id);
  const type = `${ADL}activities/question`;
  if (!task) return { type };
  const words = Object.entries(task.prompt).map(([locale, text]) => [locale, text.replace(/\[\^[^\]]*\]/g, '').trim()]);
  return { type, name: Object.fromEntries(words) as LocalizedText };
}

function resultOf(setup: LessonSetup, event: LessonEvent): { result?: object } {
  if (event.kind === 'sought') return { result: { response: `${event.key}=${event.at}`, success: event.isFound } };
  if (event.kind === 'help-asked') return { result: { response: event.isWanted ? 'wanted' : 'taken back' } };
  if (event.kind !== 'answered') return {};
  const task = taskOf(setup, event.task);
  if (!task) return {};
  const { answer } = event;
  const success = isRight(setup, task, answer);
  return {
    result: {
      response: answer.kind === 'write' ? answer.text : wordsOf(setup, task, answer).join('[,]'),
      ...(success === null ? {} : { success }),
      completion: !event.isLate
    }
  };
}
