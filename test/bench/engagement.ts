import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { openEngagement } from '../../server/engagement/engagement';
import { dayOf, isoDay } from '../../server/engagement/day';
import { engagementRoutes } from '../../server/routes/engagement';
import { figuresRoutes } from '../../server/routes/figures';
import { openStaff } from '../../server/staff/staff';
import { openConnection } from '../../server/storage/driver';
import { openWriter } from '../../server/storage/writer';
import { measureDashboard } from './dashboard';
import { BENCH, OBJECTS, looksOf, measureIngest } from './engagement-ingest';
import { benchKeeping } from './engagement-keeping';
import { benchOverload } from './engagement-load';
import { benchMixed } from './engagement-mixed';
import type { Figure } from './figure';
import type { BenchOptions } from './main';

const STAFF_KEY = 'a-staff-key-for-the-bench';

/** Goals 2 to 7, 10 and 11 of `engagement.md` §6, on this machine: two minutes with `--quick`, else ten and 4 GB of disk. */
export async function bench(options: BenchOptions): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'));
  const knownExhibits = (exhibit: string) => (exhibit === 'bench' ? BENCH : null);
  const engagement = await openEngagement({ dataFolder: folder, log: () => {}, isLoadTest: true });
  const app = engagementRoutes({ engagement, knownExhibits, addressOf: () => '127.0.0.1' });
  const staff = openStaff({ staffKey: STAFF_KEY, log: () => {}, addressOf: () => '127.0.0.1', isSecure: false });
  app.route('/', figuresRoutes({ engagement, knownExhibits, staff }));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;

  try {
    const ingest = await measureIngest(port, engagement);
    const figures = await measureFigures(app, folder);
    return [
      ...ingest,
      ...figures,
      ...(await measureDashboard()),
      ...(await benchMixed()),
      ...(await benchOverload()),
      ...(await benchKeeping(options))
    ];
  } finally {
    server.close();
    await engagement.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Thirty days of 120 objects with three types of event each; the numbers in the rollup are those of 100 million events. */
async function measureFigures(app: ReturnType<typeof engagementRoutes>, folder: string): Promise<Figure[]> {
  const path = join(folder, 'engagement.db');
  const today = dayOf(Date.now());
  const writer = await openWriter({ path });
  const types = ['view', 'zoom', 'read'] as const;
  writer.commit(
    Array.from({ length: 30 }, (_, n) => n).flatMap((n) =>
      types.map((type) => {
        const batch = looksOf(OBJECTS.length, today - n, OBJECTS);
        return { ...batch, rows: batch.rows.map((row) => ({ ...row, type })) };
      })
    )
  );
  writer.close();
  const connection = await openConnection(path);
  for (const table of ['rollup', 'view_rollup']) {
    connection.exec(`UPDATE ${table} SET n = n * 9000, dwell_ms = dwell_ms * 9000`);
  }
  connection.close();

  const query = `?from=${isoDay(today - 29)}&to=${isoDay(today)}`;
  const headers = { Authorization: `Bearer ${STAFF_KEY}` };
  const times: number[] = [];
  for (let n = 0; n < 120; n++) {
    const start = performance.now();
    const response = await app.request(`/api/exhibits/bench/figures${query}`, { headers });
    await response.text();
    if (n >= 20) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [
    {
      name: 'figures of 30 days × 120 objects, p95',
      value: times[Math.floor(times.length * 0.95)] ?? NaN,
      unit: 'ms',
      goal: '< 20'
    }
  ];
}
