import { OpenAPIHono, z } from '@hono/zod-openapi';
import { figures } from '../contract/engagement';
import { errorBody } from '../contract/error';
import { dayFromIso, isoDay } from '../engagement/day';
import type { Engagement } from '../engagement/engagement';
import type { KnownExhibits } from '../engagement/ingest';
import { failure } from '../http/errors';
import type { Staff } from '../staff/staff';

export interface FiguresRouteDeps {
  engagement: Engagement;
  knownExhibits: KnownExhibits;
  staff: Pick<Staff, 'isStaff' | 'refuse' | 'audit'>;
}

const ADDRESS = '/api/exhibits/:id/figures';
/** Without days: the last thirty, today included. */
const DEFAULT_DAYS = 30;

const query = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** `GET /api/exhibits/:id/figures?from=&to=` for staff. */
export function figuresRoutes({ engagement, knownExhibits, staff }: FiguresRouteDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  describe(app);

  app.get(ADDRESS, async (c) => {
    if (!staff.isStaff(c)) return staff.refuse(c);
    const id = c.req.param('id');
    if (!knownExhibits(id)) return failure(c, 'not-found', `There is no exhibit “${id}”.`);

    const asked = query.safeParse({ from: c.req.query('from'), to: c.req.query('to') });
    if (!asked.success) {
      const details = asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return failure(c, 'invalid-request', 'Expected days such as from=2026-09-01&to=2026-09-30.', details);
    }
    const today = engagement.today();
    const to = asked.data.to ?? isoDay(today);
    const from = asked.data.from ?? isoDay(dayFromIso(to) - DEFAULT_DAYS + 1);
    if (from > to) {
      return failure(c, 'invalid-request', `The first day, ${from}, is after the last, ${to}.`, [
        { path: 'from', message: `expected ${to} or earlier` }
      ]);
    }
    const sums = await engagement.figures(id, from, to);
    staff.audit('export', { format: 'json', exhibit: id });
    return c.json(sums, 200, { 'Cache-Control': 'no-store' });
  });
  return app;
}

function describe(app: OpenAPIHono): void {
  const error = (description: string) => ({ description, content: { 'application/json': { schema: errorBody } } });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/exhibits/{id}/figures',
    summary: 'Figures of an exhibit, for staff',
    description: 'Days of the exhibit’s calendar, first and last inclusive; without them the last thirty.',
    request: {
      params: z.object({ id: z.string() }),
      query,
      headers: z.object({
        authorization: z
          .string()
          .optional()
          .describe('Bearer and the staff key; or the cookie of a session of /dashboard')
      })
    },
    responses: {
      200: { description: 'Figures', content: { 'application/json': { schema: figures } } },
      400: error('Bad days'),
      401: error('No or a wrong staff key'),
      404: error('No such exhibit'),
      429: error('Too many wrong keys; see Retry-After')
    }
  });
}
