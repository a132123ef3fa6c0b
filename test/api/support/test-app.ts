import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from '../../../server/app';
import { openEngagement } from '../../../server/engagement/engagement';
import { openCatalogue, type Catalogue } from '../../../server/exhibits/catalogue';
import { openExhibitFonts } from '../../../server/fonts/exhibit-fonts';
import { type Lessons, openLessons } from '../../../server/lessons/lessons';
import { openLog } from '../../../server/log';
import { openMediaService } from '../../../server/media/service';
import { loadRenderer, readAssets } from '../../../server/pages/renderer';
import { openSearch, type Search } from '../../../server/search/search';
import { readSettings } from '../../../server/settings';
import { readBuiltFiles } from '../../../server/static/built-files';
import { shareCache } from '../../support/cache';

export interface TestApp {
  request: ReturnType<typeof createApp>['request'];
  /** Every address that is answered. */
  routes: { method: string; path: string }[];
  /** The same at a port of its own, for what stays open; gives the address. */
  listen(): Promise<string>;
  catalogue: Catalogue;
  lessons: Lessons;
  search: Search;
  staffKey: string;
  /** Folder of exhibits of this test alone. */
  exhibitsFolder: string;
  logged: { level: string; event: string; [key: string]: unknown }[];
  close(): Promise<void>;
}

/** The whole application with real parts, over a copy of the given exhibit folders, without a port. */
export async function openTestApp(
  folders: string[],
  env: Record<string, string> = {},
  now: () => number = Date.now
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'lantai-api-'));
  const exhibitsFolder = join(folder, 'exhibits');
  for (const source of folders) {
    const name = source.split('/').pop() ?? source;
    await cp(source, join(exhibitsFolder, name), { recursive: true });
  }
  const result = readSettings({ LANTAI_DATA: join(folder, 'data'), LANTAI_EXHIBITS: exhibitsFolder, ...env });
  if (!result.ok) throw new Error(result.message);
  const { settings } = result;
  const logged: TestApp['logged'] = [];
  const log = openLog((line) => logged.push(JSON.parse(line)));
  await shareCache(settings.dataFolder);
  const distFolder = resolve('dist');
  const cacheFolder = join(settings.dataFolder, 'cache');
  const media = openMediaService({ cacheFolder });
  const fonts = openExhibitFonts({ cacheFolder, distFolder });
  const catalogue = await openCatalogue({ folder: exhibitsFolder, media, fonts, log, keepLastGood: false });
  const search = await openSearch({ catalogue, log });
  const engagement = await openEngagement({ dataFolder: settings.dataFolder, log, isLoadTest: true });
  const lessons = await openLessons({
    databaseUrl: null,
    dataFolder: settings.dataFolder,
    catalogue,
    log,
    now,
    isLoadTest: settings.isLoadTest,
    onHeld: engagement.countClass
  });
  const staffKey = 'a-staff-key-for-tests-only';
  const app = createApp({
    settings,
    staffKey,
    log,
    catalogue,
    media,
    fonts,
    engagement,
    lessons,
    search,
    renderer: await loadRenderer(distFolder),
    assets: await readAssets(distFolder),
    built: await readBuiltFiles(join(distFolder, 'client'))
  });
  let server: Server | null = null;
  return {
    request: app.request,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
    listen: () =>
      new Promise((done) => {
        server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
          done(`http://127.0.0.1:${port}`)
        ) as Server;
      }),
    lessons,
    catalogue,
    search,
    staffKey,
    exhibitsFolder,
    logged,
    close: async () => {
      await lessons.close();
      server?.closeAllConnections();
      server?.close();
      await engagement.close();
      await media.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}
