import { z } from 'zod';
import type { Sql } from './sql';
import { WITHIN, idOf, lookedAtRow, lookedAtSums, readFigures } from './queries';
import { COUNTED, type DashboardSums } from './store';

const visits = z.int();
const hourRow = z.object({ day: z.int(), hour: z.int(), visits });
const channelRow = z.object({ channel: z.string(), visits });
const localeRow = z.object({ locale: z.string(), visits });
const viewRow = z.object({ view: z.string(), visits });
const answerRow = z
  .object({ activity: z.string(), option: z.string(), is_right: z.int(), attempt: z.int(), n: z.int() })
  .transform(({ is_right, ...rest }) => ({ ...rest, right: is_right < 0 ? null : is_right === 1 }));

/** The dashboard's sums over some days, each query named for what it tells. */
export async function readDashboard(sql: Sql, exhibit: string, fromDay: number, toDay: number): Promise<DashboardSums> {
  const days = [exhibit, fromDay, toDay];
  const rows = <Shape extends z.ZodType>(shape: Shape, query: string, values: readonly unknown[] = days) =>
    sql.rows(shape, query, values);
  return {
    ...(await readFigures(sql, exhibit, fromDay, toDay)),
    hours: await rows(
      hourRow,
      `SELECT day, hour, sum(visits) AS visits FROM arrival WHERE ${WITHIN} GROUP BY day, hour ORDER BY day, hour`
    ),
    channels: await rows(channelRow, arrivalsBy('channel')),
    locales: await rows(localeRow, arrivalsBy('locale')),
    views: await rows(
      viewRow,
      `SELECT word.text AS view, s.visits FROM (
         SELECT view, sum(visits) AS visits FROM view_rollup
         WHERE ${WITHIN} AND view IN (SELECT id FROM word WHERE text IN ('story', 'gallery', 'timeline', 'objects'))
           AND target = ${idOf('')} AND type = ${idOf(COUNTED.visits)} GROUP BY view) AS s
       JOIN word ON word.id = s.view ORDER BY s.visits DESC, view`
    ),
    inGallery: await rows(lookedAtRow, IN_VIEW, ['gallery', ...days]),
    inTimeline: await rows(lookedAtRow, IN_VIEW, ['timeline', ...days]),
    answers: await rows(
      answerRow,
      `SELECT word.text AS activity, s.option, s.is_right, s.attempt, s.n FROM (
         SELECT activity AS id, option, is_right, attempt, sum(n) AS n FROM answer
         WHERE ${WITHIN} GROUP BY activity, option, is_right, attempt) AS s
       JOIN word USING (id) ORDER BY activity, s.n DESC, s.option, s.attempt`
    )
  };
}

function arrivalsBy(column: 'channel' | 'locale'): string {
  return `SELECT word.text AS ${column}, s.visits FROM (
      SELECT ${column}, sum(visits) AS visits FROM arrival WHERE ${WITHIN} GROUP BY ${column}) AS s
    JOIN word ON word.id = s.${column} ORDER BY s.visits DESC, word.text`;
}

const IN_VIEW = `SELECT word.text AS target, s.views, s.visits, s."dwellMs", s.histogram FROM (
    SELECT target AS target_id, ${lookedAtSums} FROM view_rollup
    WHERE view = (SELECT id FROM word WHERE text = ?) AND ${WITHIN} AND type = ${idOf('view')} GROUP BY target) AS s
  JOIN word ON word.id = s.target_id WHERE word.text <> '' ORDER BY s.views DESC, word.text`;
