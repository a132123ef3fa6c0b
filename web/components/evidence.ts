import type { CompiledFact } from '../../exhibits/format/compiled';
import { pageHref } from '../pages/address';
import { inLocale, type PageContext } from '../pages/context';

/** Id of a fact's note in the document. */
export function noteId(code: string, scope = ''): string {
  return scope ? `${scope}-fact-${code}` : `fact-${code}`;
}

/**
 * 我有补充: a letter to the house with fact, statement and page filled in; null when the house gives no mail address.
 * Nothing is stored; the visitor's own mail program sends it.
 */
export function additionHref(
  { request, t }: Pick<PageContext, 'request' | 't'>,
  code: string,
  statement: string,
  title: string
): string | null {
  const mail = request.house.contact?.mail;
  if (!mail) return null;
  const address = `${request.publicUrl}${pageHref(request.locale, request.path)}`;
  const subject = t('common:addSubject', { code, title });
  const body = t('common:addBody', { code, statement, address });
  return `mailto:${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** The statement of a fact in the page's language, with the language it is really in. */
export function statementOf(fact: CompiledFact, locale: string): { text: string; lang: string | null } {
  return inLocale(fact.statement, locale);
}
