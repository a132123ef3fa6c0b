import { OpenAPIHono, z } from '@hono/zod-openapi';
import { errorBody } from '../contract/error';
import type { Engagement } from '../engagement/engagement';
import type { Gauge, Metrics } from '../http/metrics';
import type { Staff } from '../staff/staff';

export interface MetricsRouteDeps {
  metrics: Metrics;
  engagement: Pick<Engagement, 'health'>;
  staff: Staff;
  now: () => number;
}

const ADDRESS = '/metrics';

/**
 * `GET /metrics` for Prometheus, with the staff key (`authorization` in its scrape settings). Not by address: behind a
 * proxy on the same machine everybody comes from there.
 */
export function metricsRoutes({ metrics, engagement, staff, now }: MetricsRouteDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: ADDRESS,
    summary: 'Counts since the start, for Prometheus',
    request: { headers: z.object({ authorization: z.string().describe('Bearer and the staff key') }) },
    responses: {
      200: { description: 'Text of version 0.0.4', content: { 'text/plain': { schema: z.string() } } },
      401: { description: 'No or a wrong staff key', content: { 'application/json': { schema: errorBody } } },
      429: {
        description: 'Too many wrong keys; see Retry-After',
        content: { 'application/json': { schema: errorBody } }
      }
    }
  });
  app.get(ADDRESS, (c) => {
    if (!staff.isStaff(c)) return staff.refuse(c);
    return c.body(metrics.text(gauges(engagement.health(), now())), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store'
    });
  });
  return app;
}

function gauges(health: ReturnType<Engagement['health']>, nowMs: number): Gauge[] {
  const { user, system } = process.cpuUsage();
  const backupAt = health.night.newestBackupAt;
  return [
    gauge('lantai_engagement_writable', '1 while events can be stored.', Number(health.isWritable)),
    gauge('lantai_engagement_waiting_rows', 'Events taken in but not yet on the disk.', health.waitingRows),
    gauge(
      'lantai_engagement_differences',
      'Figures that disagreed with their events last night.',
      health.night.differences
    ),
    gauge(
      'lantai_problems',
      'Sentences of trouble in /api/health.',
      health.night.problems.length + Number(!health.isWritable)
    ),
    ...(backupAt === null
      ? []
      : [gauge('lantai_backup_age_seconds', 'Age of the newest backup.', (nowMs - Date.parse(backupAt)) / 1000)]),
    gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
    gauge('process_cpu_seconds_total', 'Processor time of the process.', (user + system) / 1e6),
    gauge('process_uptime_seconds', 'Since the start.', process.uptime())
  ];
}

function gauge(name: string, help: string, value: number): Gauge {
  return { name, help, value };
}
