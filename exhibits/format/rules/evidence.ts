import { entriesOf, get, itemsOf } from '../values';
import type { Rule } from './rule';

/**
 * `fact-without-source`: a fact names at least one source. `known-without-source`: one that is marked as generally told
 * and to be confirmed may still wait for its page, since visitors are told so.
 */
export const factHasSource: Rule = ({ exhibit, report }) => {
  for (const [code, fact] of entriesOf(get(exhibit, 'facts'))) {
    const sources = get(fact, 'sources');
    if (!Array.isArray(sources) || sources.length > 0) continue;
    if (get(fact, 'confidence') === 'known') {
      report({
        code: 'known-without-source',
        path: ['facts', code, 'sources'],
        message: {
          en: `Fact ${code} is generally told, but no source for it is named yet.`,
          zh: `事实${code}标为通行说法，还没有写来源。`
        },
        remedy: {
          en: 'Say “to be confirmed” where it is used, and add a source once one is found.',
          zh: '用到它的地方请写“待核”，查到来源后补上编号。'
        }
      });
      continue;
    }
    report({
      code: 'fact-without-source',
      path: ['facts', code, 'sources'],
      message: { en: `Fact ${code} names no source.`, zh: `事实${code}没有写来源。` },
      remedy: { en: 'Add the code of a source, or take the fact out.', zh: '请补来源编号，或撤下这条事实。' }
    });
  }
};

/** `event-without-fact`: an event rests on a fact. */
export const eventHasFact: Rule = ({ exhibit, report }) => {
  itemsOf(get(get(exhibit, 'timeline'), 'events')).forEach((event, index) => {
    const facts = get(event, 'facts');
    if (!Array.isArray(facts) || facts.length > 0) return;
    report({
      code: 'event-without-fact',
      path: ['timeline', 'events', index, 'facts'],
      message: { en: 'The event rests on no fact.', zh: '这个事件没有依据的事实。' },
      remedy: { en: 'Add the code of a fact.', zh: '请补事实编号。' }
    });
  });
};

/** `dispute-without-variants`: a disputed fact says what the accounts are. */
export const disputeHasVariants: Rule = ({ exhibit, report }) => {
  for (const [code, fact] of entriesOf(get(exhibit, 'facts'))) {
    if (get(fact, 'confidence') !== 'disputed' || itemsOf(get(fact, 'variants')).length > 0) continue;
    report({
      code: 'dispute-without-variants',
      path: ['facts', code, 'confidence'],
      message: {
        en: `Fact ${code} is disputed, but its variants are not given.`,
        zh: `事实${code}标为异说，却没有列出各说。`
      },
      remedy: { en: 'List the accounts under “variants”.', zh: '请在“variants”里列出各说。' }
    });
  }
};
