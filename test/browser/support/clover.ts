import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Session } from './session';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@samvera/clover-iiif/package.json'));

/** Another archive's site, with the viewer Clover on its page, showing an exhibit of ours; only tests serve it. */
export function useClover(session: Session, exhibit: string): { address(): string } {
  let site: Server;
  beforeAll(async () => {
    const viewer = readFileSync(join(PACKAGE, 'dist/web-components/index.umd.js'));
    site = createServer((request, response) => {
      const isScript = request.url === '/clover.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      const manifest = `${session.server.url}/iiif/presentation/3/${exhibit}/manifest.json`;
      response.end(
        isScript
          ? viewer
          : `<!doctype html><clover-viewer iiif-content="${manifest}"></clover-viewer><script src="/clover.js"></script>`
      );
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => site.close(done)));
  return { address: () => `http://127.0.0.1:${(site.address() as AddressInfo).port}/` };
}
