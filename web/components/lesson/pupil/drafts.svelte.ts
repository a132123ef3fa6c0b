import { getContext, setContext } from 'svelte';
import type { GivenAnswer } from '../../../../server/contract/lesson/answers';

/** Answers that were begun and not handed in, kept by the tab, so that a reload takes nothing from anybody. */
export class Drafts {
  #drafts = $state.raw<Record<string, GivenAnswer>>({});
  readonly #key: string;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;

  constructor(lesson: string, storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.#key = `lantai-lesson-drafts:${lesson}`;
    this.#storage = storage;
    try {
      this.#drafts = JSON.parse(storage?.getItem(this.#key) ?? '{}') as Record<string, GivenAnswer>;
    } catch {
      this.#drafts = {};
    }
  }

  of(task: string): GivenAnswer | null {
    return this.#drafts[task] ?? null;
  }

  keep(task: string, answer: GivenAnswer | null): void {
    const { [task]: _, ...others } = this.#drafts;
    this.#drafts = answer === null ? others : { ...others, [task]: answer };
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(this.#drafts));
    } catch {
      // It is kept until the page is left.
    }
  }
}

const KEY = Symbol('drafts');
export const setDrafts = (drafts: Drafts): Drafts => setContext(KEY, drafts);
export const useDrafts = (): Drafts => getContext<Drafts>(KEY);
