import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, isoDay } from '../../server/engagement/day';
import { openEngagement } from '../../server/engagement/engagement';
import type { EventRow } from '../../server/storage/store';
import { openWriter } from '../../server/storage/writer';
import { batchOf } from './batch';
import type { Figure } from './figure';

const DAY_MS = 86_400_000;

const DAYS = 30;
const OBJECTS = 120;
const TASKS = 20;
const WARM_UP = 10;
const ROUNDS = 100;

/** The dashboard's queries over thirty days of 120 objects looked at in three views, with answers and every hour. */
export async function measureDashboard(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'));
  const writer = await openWriter({ path: join(folder, 'engagement.db') });
  const today = dayOf(Date.now());
  for (let day = today - DAYS + 1; day <= today; day++) {
    const views = (['story', 'gallery', 'timeline'] as const).map((view) =>
      batchOf(looks(day, view), view, day * DAY_MS)
    );
    const hours = Array.from({ length: 24 }, (_, hour) =>
      batchOf([rowOf(day, 'visit-start', '', null, null, hour)], 'story', day * DAY_MS)
    );
    writer.commit([...views, ...hours, batchOf(answers(day), 'story', day * DAY_MS)]);
  }
  writer.close();

  const engagement = await openEngagement({ dataFolder: folder, log: () => {}, isLoadTest: true });
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    await engagement.dashboard('bench', isoDay(today - DAYS + 1), isoDay(today));
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  await engagement.close();
  rmSync(folder, { recursive: true, force: true });
  times.sort((a, b) => a - b);
  const name = `dashboard of ${DAYS} days × ${OBJECTS} objects, p95`;
  return [{ name, value: times[Math.floor(times.length * 0.95)] ?? NaN, unit: 'ms', goal: '< 20' }];
}

function looks(day: number, view: string): EventRow[] {
  const kind = view === 'timeline' ? 'event' : 'object';
  return Array.from({ length: OBJECTS }, (_, n) => rowOf(day, 'view', `${kind}:${n}`, 2_000 + n * 97, null));
}

function answers(day: number): EventRow[] {
  return Array.from({ length: TASKS * 4 }, (_, n) => {
    const value = JSON.stringify({ option: 'abcd'[n % 4], right: n % 4 === 0, attempt: 1 });
    return rowOf(day, 'answer', `activity:${Math.floor(n / 4)}`, null, value);
  });
}

function rowOf(
  day: number,
  type: EventRow['type'],
  target: string,
  durationMs: number | null,
  value: string | null,
  hour = 12
): EventRow {
  const at = day * DAY_MS + (hour - 8) * 3_600_000;
  return { id: crypto.randomUUID(), at, day, type, target, durationMs, value };
}
