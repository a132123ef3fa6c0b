import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { dateBounds } from '../../exhibits/format/dates';
import { dateOf } from './timeline-exhibit';
import { metric } from './timeline';

const FOLDER = 'node_modules/@knight-lab/timelinejs/dist/';
const PATIENCE_MS = 540_000;

/**
 * The same events in TimelineJS, the timeline most archives use: seconds of processor until every event has its marker,
 * and the elements it made.
 */
export async function measureTimelineJs(page: Page, size: number): Promise<{ cpuS: number; elements: number }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/') return response.setHeader('Content-Type', 'text/html').end(PAGE);
    if (path === '/events.json')
      return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(eventsOf(size)));
    readFile(FOLDER + path.slice(1)).then(
      (bytes) =>
        response
          .setHeader(
            'Content-Type',
            path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'application/octet-stream'
          )
          .end(bytes),
      () => response.writeHead(404).end()
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await metric(session, 'ProcessTime');
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    await page.waitForFunction((count) => document.querySelectorAll('.tl-timemarker').length >= count, size, {
      polling: 1_000,
      timeout: PATIENCE_MS
    });
    const cpuS = (await metric(session, 'ProcessTime')) - before;
    return { cpuS, elements: await page.locator('#timeline *').count() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/css/timeline.css">
<div id="timeline" style="width:100%;height:650px"></div><script src="/js/timeline.js"></script>
<script>fetch('/events.json').then((answer) => answer.json()).then((data) => { window.timeline = new TL.Timeline('timeline', data, { script_path: location.origin }); });</script>`;

function eventsOf(size: number): object {
  const events = Array.from({ length: size }, (_, index) => {
    const [from, to] = dateBounds(dateOf(index, size));
    return {
      start_date: partsOf(from!),
      ...(to === null || to === from ? {} : { end_date: partsOf(to) }),
      group: `row ${(index * 3) % 5}`,
      text: { headline: `Generated event ${index + 1}, for timing only` }
    };
  });
  return { title: { text: { headline: `${size} events` } }, events };
}

function partsOf(day: string): object {
  const [year, month, date] = day.split('-').map(Number);
  return { year, month, day: date };
}
