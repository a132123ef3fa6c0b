import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZONE_OFFSET_MS, dayOf } from '../../server/engagement/day';
import { openConnection } from '../../server/storage/driver';
import { openSqliteKeeping } from '../../server/storage/sqlite-keeping';
import type { RowBatch } from '../../server/storage/store';
import { openWriter } from '../../server/storage/writer';
import { batchOf } from './batch';
import type { Figure } from './figure';

/** Enough for a file of 1.2 GB; with `--quick` a hundredth. */
const EVENTS = 10_000_000;
const FILLED_AT_ONCE = 500_000;
const DAYS = 180;
const EVENTS_A_VISIT = 12;
const TARGETS = 120;

/** Goal 10 of `engagement.md` §6: a backup of 1.2 GB while events come in, its check, and figures added up anew. */
export async function benchKeeping({ isQuick }: { isQuick: boolean }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'));
  const path = join(folder, 'engagement.db');
  const count = isQuick ? EVENTS / 100 : EVENTS;
  try {
    await fill(path, count);
    const keeping = await openSqliteKeeping(path);
    const rebuild = await seconds(() => keeping.rebuild(0));
    const differences = await keeping.differences();

    const writer = await openWriter({ path });
    let isOver = false;
    let committed = 0;
    // Copying holds this thread: what comes in meanwhile is what arrives between its steps, and before and after.
    const ingest = (async () => {
      while (!isOver) {
        writer.commit([stayOf(20)]);
        committed += 20;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const copied = join(folder, 'copy.db');
    const backup = await seconds(() => keeping.copyTo(copied));
    isOver = true;
    await ingest;
    await keeping.close();
    writer.close();
    const { events, problems } = backup.result;
    const isWhole = events >= count && events <= count + committed;
    return [
      {
        name: `backup of ${Math.round(statSync(copied).size / 1e6)} MB during ingest, with its check`,
        value: backup.s,
        unit: 's',
        goal: '< 30 for 1200 MB'
      },
      {
        name: 'what the check found, and events missing',
        value: problems.length + Number(!isWhole),
        unit: '',
        goal: '0'
      },
      {
        name: `figures of ${(count / 1e6).toFixed(1)} million events anew`,
        value: rebuild.s,
        unit: 's',
        goal: '< 120 for 10 million'
      },
      { name: 'figures that disagree after it', value: differences.length, unit: '', goal: '0' }
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seconds<T>(act: () => Promise<T>): Promise<{ result: T; s: number }> {
  const start = performance.now();
  const result = await act();
  return { result, s: (performance.now() - start) / 1000 };
}

/**
 * Half a year of events, made by the database itself: by way of the writer it would take half an hour. Their ids are those
 * of browsers, which rise with time; the figures are left to be added up.
 */
async function fill(path: string, count: number): Promise<void> {
  const writer = await openWriter({ path });
  // Leaves every word there.
  writer.commit([stayOf(TARGETS + 1), stayOf(1, 'story')]);
  writer.close();
  const connection = await openConnection(path);
  // What is lost with the power is made again.
  connection.exec('PRAGMA synchronous = OFF; DELETE FROM event');
  const id = (text: string) => `(SELECT id FROM word WHERE text = '${text}')`;
  const firstAt = Date.now() - (DAYS - 1) * 86_400_000;
  for (let from = 0; from < count; from += FILLED_AT_ONCE) {
    connection.exec(`
      INSERT INTO event (id, exhibit, edition, visit, day, at, received, type, target, channel, view, locale, duration_ms, value)
      WITH RECURSIVE
        n (i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${Math.min(count, from + FILLED_AT_ONCE)}),
        made AS (SELECT i, i / ${EVENTS_A_VISIT} AS stay, i % ${EVENTS_A_VISIT} = 0 AS is_first,
          ${firstAt} + CAST(i * ${((DAYS - 1) * 86_400_000) / count} AS INTEGER) AS at FROM n)
      SELECT unhex(printf('%012x7%03x8%015x', at, i % 4096, i)), ${id('bench')}, NULL,
        unhex(printf('%016x%016x', 28657, stay)), (at + ${ZONE_OFFSET_MS}) / 86400000, at, at,
        CASE WHEN is_first THEN ${id('visit-start')} ELSE ${id('view')} END,
        CASE WHEN is_first THEN ${id('')} ELSE (SELECT id FROM word WHERE text = 'object:o' || (i * 7919 % ${TARGETS})) END,
        ${id('web')}, CASE stay % 3 WHEN 0 THEN ${id('story')} ELSE ${id('gallery')} END, ${id('zh-Hans')},
        CASE WHEN is_first THEN NULL ELSE 2000 + i * 7907 % 90000 END, NULL
      FROM made`);
  }
  connection.close();
}

/** The start of a stay and its looks, one a target. */
function stayOf(count: number, view: RowBatch['view'] = 'gallery'): RowBatch {
  const at = Date.now();
  const day = dayOf(at);
  const rows: RowBatch['rows'] = Array.from({ length: count }, (_, n) => ({
    id: crypto.randomUUID(),
    at,
    day,
    type: n === 0 ? 'visit-start' : 'view',
    target: n === 0 ? '' : `object:o${n % TARGETS}`,
    durationMs: n === 0 ? null : 2_000 + n * 97,
    value: null
  }));
  return batchOf(rows, view);
}
