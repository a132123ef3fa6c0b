import type { PageLocale } from '../../server/contract/pages';
import type { Messages } from './translator';
import { activity } from './messages/activity';
import { common } from './messages/common';
import { story } from './messages/story';
import { timeline } from './messages/timeline';

/** Every message of the interface; a namespace is one file of `messages/` holding both languages side by side. */
const NAMESPACES = { activity, common, story, timeline };

/** All messages of one language, for the server's renderer. */
export function messagesOf(locale: PageLocale, namespaces = Object.keys(NAMESPACES)): Messages {
  return Object.fromEntries(
    namespaces.map((name) => [name, NAMESPACES[name as keyof typeof NAMESPACES][locale] as Record<string, string>])
  );
}
