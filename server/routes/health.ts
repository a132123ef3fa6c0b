import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Engagement } from '../engagement/engagement';
import type { Catalogue } from '../exhibits/catalogue';

const issue = z.object({
  severity: z.enum(['error', 'gate', 'advice']),
  code: z.string(),
  path: z.string(),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  message: z.string(),
  remedy: z.string(),
  suggestion: z.string().optional()
});

const health = z
  .object({
    status: z
      .enum(['ok', 'degraded'])
      .describe(
        'degraded: an exhibit does not load, engagement cannot be stored, or the night’s work found something wrong.'
      ),
    version: z.string(),
    startedAt: z.iso.datetime(),
    exhibits: z.array(
      z.object({ id: z.string(), isServed: z.boolean(), hash: z.string().nullable(), issues: z.array(issue) })
    ),
    engagement: z.looseObject({
      isWritable: z.boolean(),
      problem: z.string().nullable(),
      waitingRows: z.int(),
      night: z.object({
        newestBackupAt: z.iso.datetime().nullable(),
        lastNightAt: z.iso.datetime().nullable(),
        differences: z.int().describe('Figures that disagreed with their events last night.'),
        problems: z.array(z.string())
      })
    }),
    isLoadTest: z.boolean().describe('Limits are off; never leave it so.')
  })
  .openapi('Health');

export interface HealthSources {
  catalogue: Catalogue;
  engagement: Pick<Engagement, 'health'>;
  version: string;
  isLoadTest: boolean;
  startedAt: Date;
}

/** Issues named one by one for a folder; the count says how many there are. */
const MAX_ISSUES = 100;

/** `GET /api/health`: alive, and what is wrong with it. Always 200 while the process answers. */
export function healthRoutes(sources: HealthSources) {
  return new OpenAPIHono().openapi(
    createRoute({
      method: 'get',
      path: '/api/health',
      summary: 'Liveness and contents',
      responses: { 200: { description: 'Alive.', content: { 'application/json': { schema: health } } } }
    }),
    (c) => {
      const exhibits = sources.catalogue.status().map(({ id, isServed, hash, issues }) => ({
        id,
        isServed,
        hash,
        issues: issues.filter(({ severity }) => severity === 'error').slice(0, MAX_ISSUES)
      }));
      const engagement = sources.engagement.health();
      const isStored = engagement.isWritable && engagement.night.problems.length === 0;
      const isWell = isStored && exhibits.every(({ isServed, issues }) => isServed && issues.length === 0);
      c.header('Cache-Control', 'no-store');
      return c.json(
        {
          status: isWell ? ('ok' as const) : ('degraded' as const),
          version: sources.version,
          startedAt: sources.startedAt.toISOString(),
          exhibits,
          engagement,
          isLoadTest: sources.isLoadTest
        },
        200
      );
    }
  );
}
