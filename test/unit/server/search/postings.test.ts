import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingsWriter } from '../../../../server/search/postings';
import { TermsWriter } from '../../../../server/search/terms';

const noPause = () => Promise.resolve();

describe('postings', () => {
  it('give back of every term the entries and the best weight that went in, however far apart', async () => {
    const posting = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 500_000 }), fc.nat({ max: 2 }));
    await fc.assert(
      fc.asyncProperty(fc.array(posting, { maxLength: 200 }), async (given) => {
        const sorted = given.toSorted((a, b) => a[1] - b[1] || a[2] - b[2]);
        const writer = new PostingsWriter();
        for (const [term, entry, weight] of sorted) writer.add(term, entry, weight);
        const order = Uint32Array.from({ length: 31 }, (_, term) => 30 - term);
        const postings = await writer.finish(order, noPause);
        for (let term = 0; term <= 30; term += 1) {
          const wanted = new Map<number, number>();
          for (const [own, entry, weight] of sorted) {
            if (own === term && !wanted.has(entry)) wanted.set(entry, weight);
          }
          const found: [number, number][] = [];
          postings.each(30 - term, (entry, weight) => found.push([entry, weight]));
          expect(found).toEqual([...wanted]);
          expect([...postings.read(30 - term)].map((one) => [one >>> 2, one & 3])).toEqual([...wanted]);
          expect(postings.countOf(30 - term)).toBe(wanted.size);
        }
      }),
      { numRuns: 60 }
    );
  });
});

describe('terms', () => {
  it('are found by word, by beginning, by pair and by the first of a pair', () => {
    const writer = new TermsWriter();
    const given = ['stamps', 'ship', 'stamped'].map((word) => writer.word(word));
    expect(given[0]).toBe(given[2]);
    const pairs = ['大龙', '大沽', '海河', '河'].map((text) =>
      writer.pair(text.charCodeAt(0), text.charCodeAt(1) || 0)
    );
    const { terms, order } = writer.finish();
    expect(terms.count).toBe(6);
    expect(order[terms.word('stamp')]).toBe(given[0]);
    expect(terms.word('stamps')).toBe(-1);
    expect(terms.wordsFrom('s', 9).map((term) => order[term])).toEqual([given[1], given[0]]);
    expect(order[terms.pair('海'.charCodeAt(0), '河'.charCodeAt(0))]).toBe(pairs[2]);
    const [from, to] = terms.pairsOf('大'.charCodeAt(0));
    expect([...order.subarray(from, to)].sort()).toEqual([pairs[0], pairs[1]]);
  });

  it('keep their numbers when there are many', () => {
    const writer = new TermsWriter();
    const numbers = new Map<number, number>();
    for (let at = 1; at <= 40_000; at += 1) numbers.set(at, writer.pair(at, at % 97));
    for (const [at, number] of numbers) expect(writer.pair(at, at % 97)).toBe(number);
  });
});
