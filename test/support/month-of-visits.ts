import { join } from 'node:path';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { dayOf, ZONE_OFFSET_MS } from '../../server/engagement/day';
import type { EventRow, RowBatch } from '../../server/storage/store';
import { openWriter } from '../../server/storage/writer';

export interface MonthOptions {
  /** Address of a server that serves the exhibits, and the data folder it reads figures from. */
  url: string;
  dataFolder: string;
  exhibits: readonly string[];
  /** Days up to today. */
  days?: number;
  /** Visits on an ordinary day to the first exhibit; the next have half as many each. */
  perDay?: number;
  nowMs?: number;
}

/** Hours at which people come: few at night, most before noon and after supper. */
const HOURS = [9, 10, 10, 11, 11, 12, 13, 14, 14, 15, 15, 16, 17, 19, 19, 20, 20, 20, 21, 21, 22, 8, 23, 7];
const CHANNELS = ['web', 'web', 'web', 'chat-app', 'chat-app', 'chat-app', 'chat-app', 'kiosk'] as const;
const LOCALES = ['zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hant', 'en'] as const;

/**
 * A month of made-up visits, the same ones every time, written as the server writes them: for pictures and tests of the
 * pages of figures. Visitors read on with a chance that falls from section to section, stand longer before some works, and
 * answer questions now rightly, now wrongly. Gives how many visits were made.
 */
export async function writeMonthOfVisits(options: MonthOptions): Promise<number> {
  const { url, dataFolder, exhibits, days = 30, perDay = 120, nowMs = Date.now() } = options;
  const read = async (id: string) => (await (await fetch(`${url}/api/exhibits/${id}`)).json()) as CompiledExhibit;
  // All of them first: writing leaves no time to keep a connection alive.
  const compiled = await Promise.all(exhibits.map(read));
  const writer = await openWriter({ path: join(dataFolder, 'engagement.db') });
  const random = generator(20_261_005);
  let visits = 0;
  for (const [place, exhibit] of compiled.entries()) {
    for (let back = days - 1; back >= 0; back--) {
      const day = dayOf(nowMs) - back;
      const weekday = (day + 3) % 7;
      const count = Math.round((perDay / 2 ** place) * (weekday >= 5 ? 1.7 : 1) * (0.7 + 0.6 * random()));
      const batches = Array.from({ length: count }, () => visitTo(exhibit, day, nowMs, random)).flat();
      writer.commit(batches);
      const [one] = batches;
      // Schools come on four days of the week, each with a class or two.
      const classes = weekday < 4 ? 1 + Math.floor(random() * 2) : 0;
      if (one && classes > 0) writer.commit([{ ...one, rows: [], apart: { what: 'classes', day, n: classes } }]);
      visits += count;
    }
  }
  writer.close();
  return visits;
}

type Random = () => number;

function visitTo(exhibit: CompiledExhibit, day: number, nowMs: number, random: Random): RowBatch[] {
  const hour = pick(HOURS, random);
  let at = Math.min(nowMs, day * 86_400_000 - ZONE_OFFSET_MS + hour * 3_600_000 + Math.floor(random() * 3_000_000));
  const stay = {
    exhibit: exhibit.id,
    edition: null,
    visit: uuid(random),
    channel: pick(CHANNELS, random),
    locale: pick(LOCALES, random),
    received: at,
    visitor: null,
    apart: null
  };
  const row = (
    type: EventRow['type'],
    target: string,
    durationMs: number | null = null,
    value: string | null = null
  ) => {
    at = Math.min(nowMs, at + 2_000 + Math.floor(random() * 4_000));
    return { id: uuid(random), at, day: dayOf(at), type, target, durationMs, value };
  };
  const look = (target: string, typicalMs: number) =>
    row('view', target, Math.min(600_000, Math.round(2_000 + typicalMs * 3 ** (random() * 2 - 1) * charm(target))));

  const story: EventRow[] = [row('visit-start', '')];
  for (const [index, section] of exhibit.sections.entries()) {
    // The third section loses most.
    if (index > 0 && random() > (index === 3 ? 0.68 : 0.86)) break;
    story.push(look(`section:${section.id}`, 18_000));
    for (const object of section.derived.objects) if (random() < 0.6) story.push(look(`object:${object}`, 7_000));
  }
  for (const activity of exhibit.activities) {
    if (random() > 0.25) continue;
    for (let attempt = 1; attempt <= 3; attempt++) {
      const right = random() < 0.55 + 0.2 * (attempt - 1);
      const option = optionOf(exhibit, activity, right, random);
      const isOpen = activity.kind === 'weigh' && activity.answer.length === 0;
      const value = JSON.stringify({ option, ...(isOpen ? {} : { right }), attempt });
      story.push(row('answer', `activity:${activity.id}`, null, value));
      if (right || isOpen) break;
    }
  }
  const gallery = random() < 0.34 ? galleryOf(exhibit, look, random) : [];
  const timeline =
    random() < 0.22
      ? exhibit.timeline.events.filter(() => random() < 0.3).map(({ id }) => look(`event:${id}`, 3_500))
      : [];
  const objects =
    random() < 0.3
      ? Object.keys(exhibit.objects)
          .filter(() => random() < 0.06)
          .map((id) => look(`object:${id}`, 12_000))
      : [];
  const tour = pick(exhibit.tours, random);
  if (tour && random() < 0.15) {
    for (const stop of tour.stops) {
      gallery.push(row('tour-stop', `stop:${tour.id}/${stop.id}`));
      if (random() < 0.12) break;
      if (stop === tour.stops.at(-1)) gallery.push(row('tour-done', `tour:${tour.id}`));
    }
  }
  return [
    { ...stay, view: 'story' as const, rows: story },
    { ...stay, view: 'gallery' as const, rows: gallery },
    { ...stay, view: 'timeline' as const, rows: timeline },
    { ...stay, view: 'objects' as const, rows: objects }
  ].filter(({ rows }) => rows.length > 0);
}

function galleryOf(
  exhibit: CompiledExhibit,
  look: (target: string, typicalMs: number) => EventRow,
  random: Random
): EventRow[] {
  const rows: EventRow[] = [];
  for (const room of exhibit.derived.rooms.rooms) {
    if (rows.length > 0 && random() > 0.75) break;
    rows.push(look(`room:${room.id}`, 60_000));
    for (const { object } of [...room.works, ...room.plinths]) {
      if (random() < 0.55) rows.push(look(`object:${object}`, 9_000));
    }
  }
  return rows;
}

/** What somebody gives, as the task's script tells it: the answer, or something else that can be given. */
function optionOf(
  exhibit: CompiledExhibit,
  activity: CompiledExhibit['activities'][number],
  right: boolean,
  random: Random
): string {
  const other = (ids: readonly { id: string }[], answer: readonly string[]) =>
    pick(
      ids.filter(({ id }) => !answer.includes(id)),
      random
    )?.id;
  switch (activity.kind) {
    case 'choice':
      return (right ? null : other(activity.options, activity.answer)) ?? activity.answer.join(',');
    case 'weigh':
      return (right ? pick(activity.answer, random) : other(activity.accounts, activity.answer)) ?? 'undecided';
    case 'order':
      return activity.items.map((_, index) => (right || index > 1 ? index + 1 : 2 - index)).join(',');
    case 'connect':
      return activity.pairs.map((_, index) => `${index + 1}-${right || index > 1 ? index + 1 : 2 - index}`).join(',');
    case 'find':
      return right ? (activity.answer[0] ?? '') : `${Math.floor(random() * 100)}.0,50.0`;
    case 'data': {
      const { value, rows } = activity.answer;
      if (right) return String(value ?? rows?.join(','));
      if (!rows) return String((value ?? 0) + pick([1, 2, 3], random));
      const all = exhibit.objects[activity.object]?.derived.table?.rows ?? [];
      const others = all.map((_, index) => index + 1).filter((row) => !rows.includes(row));
      return String(pick(others, random));
    }
  }
}

/** Some works hold people longer, always the same ones: 0.4…2.4. */
function charm(target: string): number {
  let sum = 7;
  for (const character of target) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_009;
  return 0.4 + (sum / 1_009) ** 2 * 2;
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Numbers that look random and are the same every time (Park and Miller). */
function generator(seed: number): Random {
  let value = seed;
  return () => (value = (value * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
