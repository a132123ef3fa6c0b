import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { errorBody } from '../contract/error';
import type { Catalogue } from '../exhibits/catalogue';
import { failure } from '../http/errors';
import { catalogueCsv } from '../interchange/catalogue-csv';
import { answer, represent, REVALIDATE, type Representation } from '../http/representation';
import { nature } from '../../exhibits/format/common';
import { nearest } from '../../exhibits/format/nearest';

const idParam = z
  .string()
  .max(64)
  .openapi({ param: { name: 'id', in: 'path' }, example: 'northern-port' });
const objectParam = z
  .string()
  .max(64)
  .openapi({ param: { name: 'object', in: 'path' }, example: 'large-dragon' });
const picture = z
  .object({
    url: z.string(),
    widthPx: z.number(),
    heightPx: z.number(),
    colour: z.string(),
    derivatives: z.array(z.object({ url: z.string(), widthPx: z.number() }))
  })
  .openapi('Picture');
const text = z.record(z.string(), z.string());
const entry = z
  .object({
    id: z.string(),
    title: text,
    shortTitle: text.nullable(),
    subtitle: text.nullable(),
    summary: text.nullable(),
    languages: z.array(z.string()),
    hash: z.string(),
    cover: picture.nullable(),
    coverObject: z.string().nullable(),
    coverNature: nature.nullable(),
    counts: z.object({
      sections: z.int(),
      objects: z.int(),
      events: z.int(),
      facts: z.int(),
      disputed: z.int()
    })
  })
  .openapi('ExhibitEntry');
/** Under the format's own keys; `/api/openapi.json` names the JSON Schema for them rather than repeating it. */
const compiledExhibit = z
  .looseObject({
    id: z.string(),
    title: text,
    languages: z.array(z.string()),
    derived: z.looseObject({ hash: z.string() })
  })
  .openapi('CompiledExhibit', {
    description:
      'The exhibit under the format’s own top-level keys (exhibits/format/exhibit.schema.json), what is derived in `derived`. Editors’ notes are left out.'
  });
const record = z.looseObject({ kind: z.string(), title: text }).openapi('CompiledObject');

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } }
});
const notFound = json('There is no such exhibit or object.', errorBody);

/** `GET /api/exhibits`, `/api/exhibits/:id` with `/catalogue.csv` and `/objects/:object`: small ETagged answers from memory. */
export function exhibitsRoutes(catalogue: Catalogue) {
  const kept = new WeakMap<object, Representation>();
  /** One representation an exhibit or object, made at the first request and dropped with it. */
  const keep = (value: object, body: () => unknown): Representation => {
    const known = kept.get(value) ?? represent(JSON.stringify(body()), 'application/json', REVALIDATE);
    kept.set(value, known);
    return known;
  };
  const suggest = (asked: string, known: string[]) => {
    const near = nearest(asked, known);
    return near ? ` The nearest is “${near}”.` : '';
  };

  return new OpenAPIHono()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits',
        summary: 'Exhibits that are served',
        responses: { 200: json('In the order of the house.', z.object({ exhibits: z.array(entry) })) }
      }),
      (c) =>
        answer(
          c.req.raw,
          represent(JSON.stringify({ exhibits: catalogue.entries() }), 'application/json', REVALIDATE)
        ) as never
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}',
        summary: 'A compiled exhibit',
        request: { params: z.object({ id: idParam }) },
        responses: { 200: json('The exhibit.', compiledExhibit), 404: notFound }
      }),
      (c) => {
        const { id } = c.req.valid('param');
        const loaded = catalogue.get(id);
        if (!loaded) {
          const known = catalogue.entries().map((item) => item.id);
          return failure(c, 'not-found', `There is no exhibit “${id}”.${suggest(id, known)}`) as never;
        }
        return answer(
          c.req.raw,
          keep(loaded.exhibit, () => loaded.exhibit)
        ) as never;
      }
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/catalogue.csv',
        summary: 'The catalogue as a table',
        request: { params: z.object({ id: idParam }) },
        responses: {
          200: { description: 'A row an object, DA/T 18 names.', content: { 'text/csv': { schema: z.string() } } },
          404: notFound
        }
      }),
      (c) => {
        const { id } = c.req.valid('param');
        const exhibit = catalogue.get(id)?.exhibit;
        if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id}”.`) as never;
        const table = answer(c.req.raw, represent(catalogueCsv(exhibit), 'text/csv; charset=utf-8', REVALIDATE));
        table.headers.set('Content-Disposition', `attachment; filename="${id}-catalogue.csv"`);
        return table as never;
      }
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/objects/{object}',
        summary: 'The record of an object',
        request: { params: z.object({ id: idParam, object: objectParam }) },
        responses: { 200: json('The record with the facts and sources it rests on.', record), 404: notFound }
      }),
      (c) => {
        const { id, object } = c.req.valid('param');
        const exhibit = catalogue.get(id)?.exhibit;
        if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id}”.`) as never;
        const found = exhibit.objects[object];
        if (!found) {
          const near = suggest(object, Object.keys(exhibit.objects));
          return failure(c, 'not-found', `Exhibit “${id}” has no object “${object}”.${near}`) as never;
        }
        const facts = Object.fromEntries((found.facts ?? []).map((code) => [code, exhibit.facts[code]]));
        const codes = new Set(Object.values(facts).flatMap((fact) => fact?.sources ?? []));
        const sources = Object.fromEntries([...codes].map((code) => [code, exhibit.sources[code]]));
        return answer(
          c.req.raw,
          keep(found, () => ({ id: object, ...found, derived: { ...found.derived, facts, sources } }))
        ) as never;
      }
    );
}
