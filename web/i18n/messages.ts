import type { Messages, WrittenLocale } from '../../server/contract/pages';
import { activity } from './messages/activity';
import { catalogue } from './messages/catalogue';
import { check } from './messages/check';
import { common } from './messages/common';
import { dashboard } from './messages/dashboard';
import { error } from './messages/error';
import { figures } from './messages/figures';
import { gallery } from './messages/gallery';
import { home } from './messages/home';
import { lesson } from './messages/lesson';
import { lessonAfter } from './messages/lesson-after';
import { lessonClass } from './messages/lesson-class';
import { lessonTeacher } from './messages/lesson-teacher';
import { object } from './messages/object';
import { outcome } from './messages/outcome';
import { passport } from './messages/passport';
import { report } from './messages/report';
import { search } from './messages/search';
import { sheet } from './messages/sheet';
import { standing } from './messages/standing';
import { story } from './messages/story';
import { timeline } from './messages/timeline';
import { tour } from './messages/tour';

/** Every message of the interface; a namespace is one file of `messages/` holding both languages side by side. */
const NAMESPACES = {
  activity,
  catalogue,
  check,
  common,
  dashboard,
  error,
  figures,
  gallery,
  home,
  lesson,
  'lesson-after': lessonAfter,
  'lesson-class': lessonClass,
  'lesson-teacher': lessonTeacher,
  object,
  outcome,
  passport,
  report,
  search,
  sheet,
  standing,
  story,
  timeline,
  tour
};

/** All messages of a language that is written, for the server's renderer and for the build, which converts them. */
export function messagesOf(locale: WrittenLocale, namespaces = Object.keys(NAMESPACES)): Messages {
  return Object.fromEntries(
    namespaces.map((name) => [name, NAMESPACES[name as keyof typeof NAMESPACES][locale] as Record<string, string>])
  );
}
