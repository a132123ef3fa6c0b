import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(['test/fixtures/small/small']);
}, 120_000);
afterAll(() => app.close());

interface Operation {
  requestBody?: { required: boolean; content: Record<string, { schema: { properties?: object } }> };
  responses: Record<string, { content?: Record<string, { schema: { properties?: object; required?: string[] } }> }>;
}

describe('the description of the API', () => {
  it('has every address of lessons that is answered, and no other', async () => {
    const { paths } = (await (await app.request('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    const described = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/lessons'))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const answered = app.routes
      .filter(({ method, path }) => path.startsWith('/api/lessons') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual([...new Set(answered)].sort());
    expect(described.length).toBeGreaterThan(20);
  });

  it('says what is sent, what comes back and what may fail', async () => {
    const text = await (await app.request('/api/openapi.json')).text();
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
    const join = paths['/api/lessons/{lesson}/join']?.['post'];
    expect(Object.keys(join?.requestBody?.content['application/json']?.schema.properties ?? {})).toEqual([
      'id',
      'code',
      'secondCode',
      'seat',
      'seatCode',
      'isTakingUp'
    ]);
    expect(Object.keys(join?.responses ?? {})).toEqual([
      '201',
      '400',
      '403',
      '404',
      '409',
      '410',
      '413',
      '415',
      '429',
      '503'
    ]);
    expect(Object.keys(join?.responses['201']?.content?.['application/json']?.schema.properties ?? {})).toEqual([
      'lesson',
      'hello',
      'memberKey'
    ]);
    const reply = paths['/api/lessons/{lesson}/commands']?.['post']?.responses['200'];
    expect(reply?.content?.['application/json']?.schema.required).toEqual(['seq']);
    expect(Object.keys(paths['/api/lessons/{lesson}/report.xlsx']?.['get']?.responses['200']?.content ?? {})).toEqual([
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    ]);
  });
});
