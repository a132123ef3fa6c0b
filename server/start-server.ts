import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app';
import { openEngagement } from './engagement/engagement';
import { openCatalogue } from './exhibits/catalogue';
import { watchExhibits } from './exhibits/watch';
import { openExhibitFonts } from './fonts/exhibit-fonts';
import type { FontLocale } from './fonts/interface-fonts';
import { openLessons } from './lessons/lessons';
import type { Log } from './log';
import { openMediaService } from './media/service';
import { loadRenderer, readAssets } from './pages/renderer';
import { openDevEvents } from './routes/dev';
import { openSearch } from './search/search';
import type { Settings } from './settings';
import { staffKeyOf } from './staff-key';
import { readBuiltFiles } from './static/built-files';

export interface RunningServer {
  port: number;
  /** Stops accepting, finishes what is under way, flushes and closes the store. */
  stop(): Promise<void>;
}

/** Opens every part, reads the exhibits and listens. Rejects with the system's error when the port is taken. */
export async function startServer(settings: Settings, log: Log, distFolder = resolve('dist')): Promise<RunningServer> {
  const { key: staffKey, madeIn } = await staffKeyOf(settings.staffKey, settings.dataFolder);
  if (madeIn !== null) log('info', 'staff-key-made', { file: madeIn });

  // Before the pictures, which take their time: what cannot be used is said at once.
  const engagement = await openEngagement({
    dataFolder: settings.dataFolder,
    databaseUrl: settings.databaseUrl,
    backupsFolder: settings.backupsFolder,
    eventDays: settings.eventDays,
    log,
    isLoadTest: settings.isLoadTest
  });
  const cacheFolder = join(settings.dataFolder, 'cache');
  const media = openMediaService({
    cacheFolder,
    log: (entry) => log('info', 'media', { ...entry })
  });
  const fonts = openExhibitFonts({ cacheFolder, distFolder });
  const catalogue = await openCatalogue({
    folder: settings.exhibitsFolder,
    media,
    fonts,
    log,
    keepLastGood: settings.isDevelopment
  });
  const search = await openSearch({ catalogue, log });
  const lessons = await openLessons({
    databaseUrl: settings.databaseUrl,
    dataFolder: settings.dataFolder,
    catalogue,
    log,
    isLoadTest: settings.isLoadTest,
    onHeld: engagement.countClass
  });
  const built = new Map([
    ...(await readBuiltFiles(join(distFolder, 'client'))),
    ...(await readBuiltFiles(join(distFolder, 'client', 'fonts'))),
    ...(await readBuiltFiles(join(distFolder, 'pages')))
  ]);
  const devEvents = settings.isDevelopment ? openDevEvents() : undefined;
  const assets = await readAssets(distFolder);
  // House and exhibit titles stand on every page, in fonts the build cannot know of.
  const houseCss = async (locale: FontLocale) =>
    (await fonts.houseCss(catalogue.house(locale), catalogue.entries(locale), locale)) ?? assets.fontsCss[locale];
  const [simplified, traditional] = [await houseCss('zh-Hans'), await houseCss('zh-Hant')];
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
    assets: { ...assets, fontsCss: { 'zh-Hans': simplified, 'zh-Hant': traditional, en: simplified } },
    built,
    ...(devEvents ? { devEvents } : {})
  });

  const unwatch = devEvents
    ? watchExhibits(settings.exhibitsFolder, async (id) => {
        await catalogue.reload(id);
        const status = catalogue.status().find((item) => item.id === id);
        const errors = status?.issues.filter(({ severity }) => severity === 'error') ?? [];
        devEvents.send(
          errors.length > 0 ? { kind: 'issues', exhibit: id, issues: errors } : { kind: 'changed', exhibit: id }
        );
      })
    : () => {};

  const server = await listen(app.fetch, settings);
  const { port } = server.address() as AddressInfo;
  log('info', 'listening', { port, host: settings.host, exhibits: catalogue.entries().map(({ id }) => id) });
  // In development what is looked at is drawn when it is looked at; the rest would only be in its way.
  if (settings.makesAhead && !settings.isDevelopment) void media.warm({ smaller: !settings.isLoadTest });

  return {
    port,
    stop: async () => {
      unwatch();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      await lessons.close();
      await engagement.close();
      await media.close();
      server.closeAllConnections();
      await closed;
    }
  };
}

/** Lines that may wait to be taken: with Node's 511 a school whose line was cut waits a second for its turn to ask again. */
const BACKLOG = 4096;

function listen(fetch: ReturnType<typeof createApp>['fetch'], { port, host }: Settings): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createAdaptorServer({ fetch, hostname: host }) as Server;
    server.once('error', fail);
    server.listen({ port, host, backlog: BACKLOG }, () => done(server));
  });
}
