import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readExhibitFolder } from '../../server/exhibits/read';
import { hostileDrawings } from '../support/hostile-media/drawings';
import type { HostileFile } from '../support/hostile-media/hostile';
import { hostileOthers } from '../support/hostile-media/others';
import { hostileRasters } from '../support/hostile-media/rasters';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
let folder: string;
let spy: Server;
const asked: string[] = [];
const connected = vi.spyOn(Socket.prototype, 'connect');
let files: HostileFile[] = [];

/** Every hostile file is the one object of an exhibit of its own; beside them stands a good one. */
beforeAll(async () => {
  spy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => spy.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(spy.address() as AddressInfo).port}`;
  files = [...(await hostileRasters()), ...hostileDrawings(address), ...hostileOthers(address)];
  folder = await mkdtemp(join(tmpdir(), 'lantai-hostile-'));
  const folders = await Promise.all(files.map((file, index) => writeExhibit(`hostile-${index}`, file)));
  app = await openTestApp([...folders, 'test/fixtures/small/small']);
}, 300_000);
afterAll(async () => {
  await app.close();
  await new Promise((done) => spy.close(done));
  await rm(folder, { recursive: true, force: true });
});

async function writeExhibit(id: string, { file, kind, role, bytes }: HostileFile): Promise<string> {
  const exhibit = join(folder, id);
  await mkdir(join(exhibit, 'media'), { recursive: true });
  const extra = role === 'captions' ? [{ file: 'tone.wav', role: 'track' }] : [];
  await writeFile(
    join(exhibit, 'exhibit.json'),
    JSON.stringify({
      formatVersion: '1.0',
      id,
      title: { en: 'Hostile' },
      languages: ['en'],
      objects: { thing: { kind, title: { en: 'Thing' }, nature: 'copy', media: [{ file, role }, ...extra] } },
      sections: [{ id: 'all', title: { en: 'All' }, text: { en: 'Text.' }, blocks: [{ object: 'thing' }] }]
    })
  );
  await writeFile(join(exhibit, 'media', file), bytes);
  if (extra.length > 0)
    await writeFile(join(exhibit, 'media', 'tone.wav'), await readFile('test/fixtures/small/small/media/tone.wav'));
  return exhibit;
}

/** Issues about the file itself, not about what its record lacks. */
const ABOUT_FILE =
  /^(media-(unreadable|unusable|too-large)|svg-|chart-|map-(invalid|has)|model-|encoding-|json-|nesting)/;

describe('a corpus of hostile media', () => {
  it('has more than forty files', () => expect(files.length).toBeGreaterThanOrEqual(40));

  it('is answered for each file with an issue or a refusal, and never with a failure of ours', async () => {
    const unnoticed: string[] = [];
    const failed: string[] = [];
    for (const [index, { what, file }] of files.entries()) {
      const id = `hostile-${index}`;
      const checked = await readExhibitFolder(join(app.exhibitsFolder, id));
      const served = app.catalogue.status().find((status) => status.id === id)?.issues ?? [];
      const issues = [...checked.issues, ...served].filter(({ code }) => ABOUT_FILE.test(code));
      const paths = ['info.json', 'full/200,/0/default.jpg', '0,0,9,9/max/0/default.png'];
      const answers = await Promise.all(paths.map((path) => app.request(`/iiif/image/3/${id}:thing/${path}`)));
      const isRefused = answers.every(({ status }) => status >= 400 && status < 500);
      if (issues.length === 0 && !isRefused) unnoticed.push(`${file}: a ${what}`);
      if (answers.some(({ status }) => status >= 500)) failed.push(`${file}: a ${what}`);
    }
    expect({ unnoticed, failed }).toEqual({ unnoticed: [], failed: [] });
  }, 120_000);

  it('is named by its check before anybody sees it, wherever the harm is to others', async () => {
    const harmful = files.flatMap(({ file }, index) => (/\.(svg|glb|mp4|mp3|wav|vtt)$/.test(file) ? [index] : []));
    for (const index of harmful) {
      const { issues } = await readExhibitFolder(join(app.exhibitsFolder, `hostile-${index}`));
      expect(
        issues.map(({ code }) => code).filter((code) => ABOUT_FILE.test(code)),
        files[index]?.what
      ).not.toEqual([]);
    }
  });

  it('asks nothing of any other host', () => {
    expect(asked).toEqual([]);
    // What this process opened itself: nothing that has a host.
    const hosts = connected.mock.calls
      .map(([options]) => JSON.stringify(options))
      .filter((text) => /port|host/.test(text));
    expect(hosts).toEqual([]);
  });

  it('harms nothing that stands beside it', async () => {
    const response = await app.request('/iiif/image/3/small:window/full/max/0/default.jpg');
    expect(response.status).toBe(200);
    const health = (await (await app.request('/api/health')).json()) as {
      exhibits: { id: string; isServed: boolean }[];
    };
    expect(health.exhibits.find(({ id }) => id === 'small')?.isServed).toBe(true);
  });
});
