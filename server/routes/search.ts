import { OpenAPIHono, z } from '@hono/zod-openapi';
import { errorBody } from '../contract/error';
import { PAGE_LOCALES } from '../contract/pages';
import { searchAsked, searchResult } from '../contract/search';
import { failure } from '../http/errors';
import type { Search } from '../search/search';

const ADDRESS = '/api/search';

const query = searchAsked.extend({
  language: z.enum(PAGE_LOCALES).default(PAGE_LOCALES[0]).describe('Of titles and snippets, where there is a choice.')
});

/** `GET /api/search`: what `/search` shows, as JSON. A search is the visitor's own: nobody on the way keeps the answer. */
export function searchRoutes(search: Search) {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: ADDRESS,
    summary: 'Search in all exhibits',
    description:
      'Objects, sections, events and glossary terms in which every word of the query is found, in any language, best first. Without words everything that passes the filters.',
    request: { query },
    responses: {
      200: { description: 'What was found.', content: { 'application/json': { schema: searchResult } } },
      400: {
        description: 'A parameter that cannot be read, or a query that is too long.',
        content: { 'application/json': { schema: errorBody } }
      }
    }
  });
  return app.get(ADDRESS, (c) => {
    const asked = query.safeParse(c.req.query());
    if (!asked.success) {
      const details = asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return failure(c, 'invalid-request', 'Expected a search such as q=1878&kind=drawing&page=1.', details);
    }
    const { language, ...rest } = asked.data;
    return c.json(search.find(rest, language), 200, { 'Cache-Control': 'private, no-cache' });
  });
}
