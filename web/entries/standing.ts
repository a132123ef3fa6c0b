import { setCounting, visitLog } from '../engagement/recorder';

/** The live parts of /privacy: what the tab keeps, word for word; what this visit sent; the switch. */
interface Words {
  nothingKept: string;
  nothingSent: string;
  forgotten: string;
  waiting: string;
  seconds: string;
  on: string;
  off: string;
  asked: string;
  notKept: string;
  toOff: string;
  toOn: string;
  kinds: Record<string, string>;
  types: Record<string, string>;
}

const live = document.querySelector<HTMLElement>('[data-privacy]');
if (live) {
  live.hidden = false;
  const words: Words = JSON.parse(live.dataset['privacy'] ?? '{}');
  show(words);
  live.querySelector('[data-privacy-switch]')?.addEventListener('click', () => {
    const wasCounting = visitLog().isCounting;
    setCounting(!wasCounting);
    show(words);
    if (visitLog().isCounting === wasCounting) put('[data-privacy-state]', words.notKept);
  });
}

function show(words: Words): void {
  const { entry, isCounting, isAskedNot } = visitLog();
  const sent = entry.sent ?? [];
  const waiting = (entry.unsent ?? []).reduce((sum, { events }) => sum + events.length, 0);
  put('[data-privacy-entry]', stored() ?? words.nothingKept);
  put(
    '[data-privacy-summary]',
    [
      sent.length ? '' : isCounting || isAskedNot ? words.nothingSent : words.forgotten,
      waiting ? words.waiting.replace('%', String(waiting)) : ''
    ]
      .join(' ')
      .trim()
  );
  put('[data-privacy-state]', isAskedNot ? words.asked : isCounting ? words.on : words.off);
  put('[data-privacy-switch]', isCounting ? words.toOff : words.toOn);
  document.querySelector('[data-privacy-switch]')?.toggleAttribute('hidden', isAskedNot);

  const rows = document.querySelector('[data-privacy-rows]');
  rows?.closest('table')?.toggleAttribute('hidden', sent.length === 0);
  rows?.replaceChildren(
    ...sent.map(({ at, type, target, durationMs }) =>
      rowOf([
        new Date(at).toLocaleTimeString(document.documentElement.lang),
        words.types[type] ?? type,
        named(target ?? '', words),
        durationMs === undefined ? '' : words.seconds.replace('%', String(Math.round(durationMs / 1000)))
      ])
    )
  );
}

/** `object:large-dragon` as `work: large-dragon`: ids are all that this page knows of an exhibit. */
function named(target: string, { kinds }: Words): string {
  const [kind = '', id] = target.split(/:(.*)/);
  return id === undefined || !kinds[kind] ? target : `${kinds[kind]}: ${id}`;
}

/** What lies in the browser, only set on several lines; in the second place on screens of the house alone. */
function stored(): string | null {
  try {
    const texts = [sessionStorage, localStorage].flatMap((storage) => storage.getItem('lantai') ?? []);
    return texts.map((text) => `lantai = ${JSON.stringify(JSON.parse(text), null, 1)}`).join('\n') || null;
  } catch {
    return null;
  }
}

function rowOf(cells: string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.append(
    ...cells.map((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    })
  );
  return row;
}

function put(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
