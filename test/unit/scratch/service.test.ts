import { test } from 'vitest';
import { readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { openMediaService } from '../../../server/media/service';
test('x', async () => {
  const folder = 'exhibits/northern-port';
  const exhibit: any = {};
  for (const f of readdirSync(folder)) if (f.endsWith('.json')) Object.assign(exhibit, JSON.parse(readFileSync(`${folder}/${f}`, 'utf8')));
  if (process.env.COLD) rmSync('/tmp/media/cache', { recursive: true, force: true });
  const lines: any[] = [];
  let t = performance.now();
  const lap = (n: string) => { console.log(n, (performance.now() - t).toFixed(0)); t = performance.now(); };
  const s = openMediaService({ cacheFolder: '/tmp/media/cache', log: (e) => lines.push(e) });
  const { objects, issues } = await s.prepare(exhibit, folder); lap('prepare');
  console.log(Object.keys(objects).length, issues.map((i) => `${i.severity} ${i.path} ${i.message}`).join('\n'));
  mkdirSync('/tmp/media/out', { recursive: true });
  for (const [id, o] of Object.entries(objects)) {
    const hash = o.picture.url.split('/')[4]!;
    const d = await s.derivative('northern-port', id, hash, 1024);
    writeFileSync(`/tmp/media/out/${id}.webp`, d!.bytes);
  }
  lap('all 1024');
  console.log(lines.map((l) => `${l.widthPx} ${l.ms}ms ${l.bytes}`).join(' | '));
  for (const [id, o] of Object.entries(objects)) if (o.table) console.log(id, JSON.stringify(o.table.rows).slice(0, 300));
  await s.close();
}, 120000);
