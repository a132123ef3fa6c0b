import type { Refusal } from '../../../lessons/calls';
import type { Translator } from '../../../i18n/translator';

/** Refusals a teacher can do something about; the server says them in one language. */
const KNOWN: readonly string[] = [
  'offline',
  'not-now',
  'task-not-open',
  'task-revealed',
  'lesson-ended',
  'not-allowed',
  'not-in-lesson',
  'too-many-requests',
  'unavailable'
] satisfies Refusal['code'][];

/** Why something was not done and what to do, in words of the page. */
export function refusedWords({ code }: Pick<Refusal, 'code'>, t: Translator): string {
  return t(`lesson-teacher:refused_${KNOWN.includes(code) ? code : 'unknown'}`);
}
