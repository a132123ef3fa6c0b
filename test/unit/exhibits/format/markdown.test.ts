import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressesIn,
  citationsIn,
  parseText,
  plainText,
  referencesIn,
  refusedLinks
} from '../../../../exhibits/format/markdown';
import { processorMs } from '../../processor-time';
import type { TextInline } from '../../../../exhibits/format/markdown';

const text = (words: string): TextInline => ({ kind: 'text', text: words });
const inlines = (source: string) => {
  const [block] = parseText(source);
  return block?.kind === 'paragraph' ? block.children : null;
};

describe('parseText', () => {
  it('reads emphasis and strong text, also beside Chinese punctuation', () => {
    expect(inlines('后称**“大龙邮票”，**又称*云龙*。')).toEqual([
      text('后称'),
      { kind: 'strong', children: [text('“大龙邮票”，')] },
      text('又称'),
      { kind: 'emphasis', children: [text('云龙')] },
      text('。')
    ]);
  });

  it('nests emphasis and strong text either way', () => {
    const both = { kind: 'strong', children: [text('a '), { kind: 'emphasis', children: [text('b')] }] };
    expect(inlines('**a *b***')).toEqual([both]);
    expect(inlines('***b***')).toEqual([{ kind: 'strong', children: [{ kind: 'emphasis', children: [text('b')] }] }]);
  });

  it('leaves marks that close nothing as characters', () => {
    for (const source of ['2 * 3', '*a', 'a**', '**a*', '[a', 'a]', '[a](', '[a]()', '{a|', '{字}', '****', '[^a-1]']) {
      expect(plainText(parseText(source))).toBe(source);
    }
    expect(inlines('**a*b**')).toEqual([{ kind: 'strong', children: [text('a*b')] }]);
  });

  it('links to what the exhibit has and to https addresses', () => {
    const tree = parseText(
      '看[大龙邮票](object:large-dragon)、[导览](stop:pupils/ford)与[来源](https://example.org/a_(b)?c=d)。'
    );
    expect(referencesIn(tree)).toEqual(['object:large-dragon', 'stop:pupils/ford']);
    expect(addressesIn(tree)).toEqual(['https://example.org/a_(b)?c=d']);
    expect(plainText(tree)).toBe('看大龙邮票、导览与来源。');
  });

  it('makes no link to a script, to data or to plain http', () => {
    const source = '[a](javascript:alert(1)) [b](data:text/html,x) [c](http://example.org) [d](objekt:x)';
    expect(inlines(source)).toEqual([text(source)]);
    expect(refusedLinks(source)).toEqual(['javascript:alert(1)', 'data:text/html,x', 'http://example.org', 'objekt:x']);
  });

  it('lets a link hold emphasis, and of two brackets takes the inner', () => {
    expect(inlines('[a [*b*](object:c)')).toEqual([
      text('[a '),
      { kind: 'link', href: 'object:c', children: [{ kind: 'emphasis', children: [text('b')] }] }
    ]);
  });

  it('keeps HTML as text', () => {
    expect(inlines('<script>alert(1)</script>&amp;')).toEqual([text('<script>alert(1)</script>&amp;')]);
  });

  it('reads ruby and citations', () => {
    const tree = parseText('{埠|bù}头[^A-048]，又见[^A-049][^A-048]');
    expect(tree).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'ruby', base: '埠', text: 'bù' },
          text('头'),
          { kind: 'cite', fact: 'A-048' },
          text('，又见'),
          { kind: 'cite', fact: 'A-049' },
          { kind: 'cite', fact: 'A-048' }
        ]
      }
    ]);
    expect(citationsIn(tree)).toEqual(['A-048', 'A-049']);
    expect(plainText(tree)).toBe('埠头，又见');
  });

  it('takes a backslash before a mark for the mark itself', () => {
    expect(plainText(parseText('\\*a\\* \\[b\\](object:c) \\{d|e} \\n'))).toBe('*a* [b](object:c) {d|e} \\n');
  });

  it('reads paragraphs, lists and quotations', () => {
    expect(parseText('甲\n乙\n\n- 一\n- 二\n  续\n\n1. one\n2. two\n\n> 引\n> - 内')).toEqual([
      { kind: 'paragraph', children: [text('甲乙')] },
      { kind: 'list', ordered: false, items: [[text('一')], [text('二续')]] },
      { kind: 'list', ordered: true, items: [[text('one')], [text('two')]] },
      {
        kind: 'quote',
        children: [
          { kind: 'paragraph', children: [text('引')] },
          { kind: 'list', ordered: false, items: [[text('内')]] }
        ]
      }
    ]);
  });

  it('joins lines with a space between Latin words only', () => {
    expect(plainText(parseText('Hai\nRiver'))).toBe('Hai River');
    expect(plainText(parseText('海河\nHai\n河'))).toBe('海河Hai河');
  });

  it('does not take a year at the beginning of a line for a list', () => {
    expect(parseText('1860. It opened.\n1878. It began.')).toHaveLength(1);
    expect(parseText('1860. It opened.')[0]?.kind).toBe('paragraph');
  });

  it('never throws and never loses a letter, whatever the text', () => {
    const source = fc.string({ unit: fc.constantFrom(...'ab字 *[](){}|^-\\>\n1.:A') });
    fc.assert(
      fc.property(fc.oneof(source, fc.string({ unit: 'binary' })), (value) => {
        const tree = parseText(value);
        expect(plainText(tree).length).toBeLessThanOrEqual(value.length);
      }),
      { numRuns: 1000 }
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab字*[]\\') }), (value) => {
        const letters = (words: string) => words.replace(/[^ab字]/g, '');
        expect(letters(plainText(parseText(value)))).toBe(letters(value));
      }),
      { numRuns: 1000 }
    );
  });

  it.each(['[', '*', '**a ', '> ', '](', '[a](', '[*', '{a|', '\\', '- ', '](a(b)', '*[a](object:b)'])(
    'stays fast on a hundred thousand of “%s”',
    async (piece) => {
      const tookMs = await processorMs(() => {
        parseText(piece.repeat(100_000));
        parseText(`${piece}\n`.repeat(20_000));
      });
      expect(tookMs).toBeLessThan(2000);
    }
  );
});
