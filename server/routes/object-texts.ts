import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { errorBody } from '../contract/error';
import type { Catalogue } from '../exhibits/catalogue';
import { failure } from '../http/errors';
import { answer, represent, REVALIDATE } from '../http/representation';
import { tableCsv } from '../interchange/table-csv';
import { transcriptText } from '../interchange/transcript-text';

const id = z
  .string()
  .max(64)
  .openapi({ param: { name: 'id', in: 'path' }, example: 'northern-port' });
const object = z
  .string()
  .max(64)
  .openapi({ param: { name: 'object', in: 'path' }, example: 'concession-areas' });
const request = {
  params: z.object({ id, object }),
  query: z.object({
    language: z.string().max(35).optional().openapi({ example: 'en', description: 'Else the exhibit’s first.' })
  })
};
const file = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
  404: {
    description: 'There is no such object, or it has none.',
    content: { 'application/json': { schema: errorBody } }
  }
});

/** What a visitor may take along of an object as a file: its words, the table behind its chart. */
export function objectTextsRoutes(catalogue: Catalogue) {
  const find = (asked: { id: string; object: string }) => catalogue.get(asked.id)?.exhibit.objects[asked.object];
  const firstLanguage = (exhibit: string) => catalogue.get(exhibit)?.exhibit.languages[0] ?? 'zh-Hans';
  const download = (raw: Request, text: string, type: string, name: string) => {
    const response = answer(raw, represent(text, `${type}; charset=utf-8`, REVALIDATE));
    response.headers.set('Content-Disposition', `attachment; filename="${name}"`);
    return response as never;
  };

  return new OpenAPIHono()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/objects/{object}/transcript.txt',
        summary: 'The words of a document or recording',
        request,
        responses: file('text/plain', 'The words; a recording’s with their times.')
      }),
      (c) => {
        const asked = c.req.valid('param');
        const language = c.req.valid('query').language ?? firstLanguage(asked.id);
        const found = find(asked);
        const text = found && transcriptText(found, language);
        return text != null
          ? download(c.req.raw, text, 'text/plain', `${asked.object}.${language}.txt`)
          : (failure(c, 'not-found', `“${asked.object}” has no words in “${language}”.`) as never);
      }
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/objects/{object}/table.csv',
        summary: 'The table behind a chart',
        request,
        responses: file('text/csv', 'A row a record of the chart’s data.')
      }),
      (c) => {
        const asked = c.req.valid('param');
        const language = c.req.valid('query').language ?? firstLanguage(asked.id);
        const table = find(asked)?.derived.table;
        return table
          ? download(c.req.raw, tableCsv(table, language), 'text/csv', `${asked.object}.csv`)
          : (failure(c, 'not-found', `“${asked.object}” has no table.`) as never);
      }
    );
}
