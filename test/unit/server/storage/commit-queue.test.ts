import { describe, expect, it } from 'vitest';
import { CommitQueue } from '../../../../server/storage/commit-queue';
import { StoreUnavailable } from '../../../../server/storage/store';

/** A queue of texts, each a row, whose writer answers when it is told to. */
function queueOfTexts() {
  const groups: string[][] = [];
  let finish: ((results: number[]) => void)[] = [];
  const queue = new CommitQueue<string, number>({
    write: (batches) => {
      groups.push(batches);
      return new Promise((resolve) => finish.push(resolve));
    },
    rowsOf: () => 1,
    monotonicMs: () => 0
  });
  const answer = () => {
    const [next, ...rest] = finish;
    finish = rest;
    next?.((groups.at(-1) ?? []).map((text) => text.length));
  };
  return { queue, groups, answer };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('what waits for the disk', () => {
  it('goes in one transaction when it came in one turn, the first with the others', async () => {
    const { queue, groups, answer } = queueOfTexts();
    const results = ['a', 'bb', 'ccc'].map((text) => queue.add(text, 1));
    await turn();
    expect(groups).toEqual([['a', 'bb', 'ccc']]);
    answer();
    expect(await Promise.all(results)).toEqual([1, 2, 3]);
  });

  it('gathers while the disk is busy and goes when it is free', async () => {
    const { queue, groups, answer } = queueOfTexts();
    const first = queue.add('a', 1);
    await turn();
    const second = queue.add('b', 1);
    await turn();
    const third = queue.add('c', 1);
    await turn();
    expect(groups).toEqual([['a']]);
    answer();
    await first;
    await turn();
    expect(groups).toEqual([['a'], ['b', 'c']]);
    answer();
    expect(await Promise.all([second, third])).toEqual([1, 1]);
    expect(queue.waitingRows).toBe(0);
  });

  it('is written before a queue that drains is left, and nothing more is taken', async () => {
    const { queue, groups, answer } = queueOfTexts();
    const last = queue.add('a', 1);
    const drained = queue.drain();
    await expect(queue.add('b', 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await turn();
    answer();
    expect(await last).toBe(1);
    await drained;
    expect(groups).toEqual([['a']]);
  });

  it('is a problem while it waits longer than two seconds, and none any more when it is written', async () => {
    let nowMs = 0;
    let write: (results: number[]) => void = () => {};
    const queue = new CommitQueue<string, number>({
      write: () => new Promise((resolve) => (write = resolve)),
      rowsOf: () => 1,
      monotonicMs: () => nowMs
    });
    const result = queue.add('a', 1);
    await turn();
    expect(queue.problem).toBeNull();
    nowMs = 2_001;
    expect(queue.problem).toBe('Events have waited longer than two seconds to be written; more are refused.');
    await expect(queue.add('b', 1)).rejects.toBeInstanceOf(StoreUnavailable);
    write([1]);
    await result;
    expect(queue.problem).toBeNull();
  });

  it('is no problem any more when the store is there again, though nobody sends anything', async () => {
    let isAway = true;
    const ask = async () => {
      if (isAway) throw new StoreUnavailable('The database cannot be reached.', 5);
      return [];
    };
    const queue = new CommitQueue<string, number>({
      write: ask,
      rowsOf: () => 1,
      monotonicMs: () => 0,
      tryOut: ask,
      tryEveryMs: 5
    });
    await expect(queue.add('a', 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(queue.problem).toBe('The database cannot be reached.');
    isAway = false;
    await expect.poll(() => queue.problem).toBeNull();
    expect(queue.behindMs).toBe(0);
  });
});
