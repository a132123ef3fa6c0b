import { z } from 'zod';
import { DWELL_BINS, DWELL_EDGES_MS } from './dwell';
import { type Connection, rowsOf } from './driver';
import { COUNTED, type Difference, type FigureSums } from './store';

const bins = Array.from({ length: DWELL_BINS }, (_, bin) => `d${bin}`);

const typeRow = z.object({ type: z.string(), n: z.int() });
const dayRow = z.object({ day: z.int(), visits: z.int(), visitors: z.int(), views: z.int(), dwellMs: z.int() });
const targetRow = z
  .object({ target: z.string(), views: z.int(), dwellMs: z.int() })
  .catchall(z.int())
  .transform(({ target, views, dwellMs, ...rest }) => ({
    target,
    views,
    dwellMs,
    histogram: bins.map((bin) => rest[bin] ?? 0)
  }));

/** Sums of the rollup over some days; targets and days are those of `view`. */
export function readFigures(connection: Connection, exhibit: string, fromDay: number, toDay: number): FigureSums {
  const within = `exhibit = (SELECT id FROM word WHERE text = ?) AND day BETWEEN ? AND ?`;
  const isView = `type = (SELECT id FROM word WHERE text = 'view')`;
  const isVisit = `type = (SELECT id FROM word WHERE text = '${COUNTED.visits}')`;
  const isVisitor = `type = (SELECT id FROM word WHERE text = '${COUNTED.visitors}')`;
  const types = connection.prepare(
    `SELECT word.text AS type, s.n AS n
     FROM (SELECT type, sum(n) AS n FROM rollup WHERE ${within} GROUP BY type) AS s
     JOIN word ON word.id = s.type ORDER BY word.text`
  );
  const days = connection.prepare(
    `SELECT day, sum(iif(${isVisit}, n, 0)) AS visits, sum(iif(${isVisitor}, n, 0)) AS visitors,
       sum(iif(${isView}, n, 0)) AS views, sum(iif(${isView}, dwell_ms, 0)) AS dwellMs
     FROM rollup WHERE ${within} GROUP BY day ORDER BY day`
  );
  const targets = connection.prepare(
    `SELECT word.text AS target, s.* FROM (
       SELECT target AS target_id, sum(n) AS views, sum(dwell_ms) AS dwellMs,
         ${bins.map((bin) => `sum(${bin}) AS ${bin}`).join(', ')}
       FROM rollup WHERE ${within} AND ${isView} GROUP BY target) AS s
     JOIN word ON word.id = s.target_id WHERE word.text <> '' ORDER BY s.views DESC, word.text`
  );
  return {
    types: rowsOf(typeRow, types, exhibit, fromDay, toDay),
    days: rowsOf(dayRow, days, exhibit, fromDay, toDay),
    targets: rowsOf(targetRow, targets, exhibit, fromDay, toDay)
  };
}

const differenceRow = z.object({ what: z.string(), raw: z.string(), rollup: z.string() });

/** Every line of the rollup against the sum of the events it was made from, and every day's visits. */
export function differencesIn(connection: Connection): Difference[] {
  const binOf = (bin: number) => {
    const low = bin === 0 ? '' : `AND duration_ms >= ${DWELL_EDGES_MS[bin - 1]}`;
    const high = bin === DWELL_BINS - 1 ? '' : `AND duration_ms < ${DWELL_EDGES_MS[bin]}`;
    return `sum(iif(duration_ms IS NOT NULL ${low} ${high}, 1, 0))`;
  };
  const columns = (parts: string[]) => parts.join(` || ' ' || `);
  const statement = connection.prepare(
    `WITH
     names AS (SELECT id, text FROM word),
     raw AS (
       SELECT exhibit, day, target, type,
         ${columns(['count(*)', 'coalesce(sum(duration_ms), 0)', ...bins.map((_, bin) => binOf(bin))])} AS sums
       FROM event GROUP BY exhibit, day, target, type
       UNION ALL
       SELECT exhibit, day, (SELECT id FROM word WHERE text = ''), (SELECT id FROM word WHERE text = '${COUNTED.visits}'),
         ${columns(['count(DISTINCT visit)', "'0'", ...bins.map(() => "'0'")])}
       FROM event GROUP BY exhibit, day),
     kept AS (
       SELECT exhibit, day, target, type, ${columns(['n', 'dwell_ms', ...bins])} AS sums FROM rollup
       WHERE type NOT IN (SELECT id FROM word WHERE text IN ('${COUNTED.bots}', '${COUNTED.visitors}')))
     SELECT e.text || ' day ' || day || ' ' || t.text || ' ' || g.text AS what,
       coalesce(raw.sums, 'nothing') AS raw, coalesce(kept.sums, 'nothing') AS rollup
     FROM raw FULL JOIN kept USING (exhibit, day, target, type)
     JOIN names AS e ON e.id = exhibit JOIN names AS t ON t.id = type JOIN names AS g ON g.id = target
     WHERE raw.sums IS NOT kept.sums`
  );
  return rowsOf(differenceRow, statement);
}
