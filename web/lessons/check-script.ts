import { type CheckResult, checkEchoes, checkPoll, checkStream, checkWebgl, verdictOf } from './check-network';

const PARTS = ['reach', 'cookie', 'stream', 'poll', 'clock', 'webgl'] as const;
type Part = (typeof PARTS)[number];
type Results = Record<Part, CheckResult>;

/** Tries everything at once and writes down each as soon as it is known; `data-words` has the words by `part_state`. */
export function startCheck(root: Document): void {
  const page = root.querySelector<HTMLElement>('[data-check]');
  const again = page?.querySelector<HTMLButtonElement>('[data-again]');
  if (!page || !again) return;
  const words = JSON.parse(page.dataset['check'] ?? '{}') as Record<string, string>;
  page.hidden = false;
  again.addEventListener('click', () => void run(page, again, words));
  void run(page, again, words);
}

async function run(page: HTMLElement, again: HTMLButtonElement, words: Record<string, string>): Promise<void> {
  again.disabled = true;
  const results = Object.fromEntries(PARTS.map((part) => [part, { state: 'waiting' }])) as Results;
  const found = (some: Partial<Results>) => {
    Object.assign(results, some);
    for (const part of PARTS) show(page, part, results[part], words);
    const verdict = verdictOf(results);
    put(page.querySelector('[data-verdict]'), words[`verdict_${verdict}`] ?? '');
    page.dataset['state'] = verdict;
  };
  found({ webgl: checkWebgl(document.createElement('canvas')) });
  await Promise.all([
    checkEchoes().then(found),
    checkStream().then((stream) => found({ stream })),
    checkPoll().then((poll) => found({ poll }))
  ]);
  again.disabled = false;
}

function show(page: HTMLElement, part: Part, { state, number }: CheckResult, words: Record<string, string>): void {
  const row = page.querySelector<HTMLElement>(`[data-part="${part}"]`);
  if (!row) return;
  row.dataset['state'] = state;
  put(row.querySelector('[data-state-word]'), words[`state_${state}`] ?? '');
  put(row.querySelector('[data-said]'), (words[`${part}_${state}`] ?? '').replace('%', String(number ?? '')));
}

/** A text that is the same is not written again: it would be read out once more. */
function put(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
