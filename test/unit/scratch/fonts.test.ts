import { test } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { exhibitFonts } from '../../../server/fonts/exhibit-fonts';
import { exhibitSlices } from '../../../server/fonts/exhibit-slices';
import { buildInterfaceFonts } from '../../../server/fonts/interface-fonts';
test('x', async () => {
  const folder = 'exhibits/northern-port';
  const exhibit: any = {};
  for (const f of readdirSync(folder)) if (f.endsWith('.json')) Object.assign(exhibit, JSON.parse(readFileSync(`${folder}/${f}`, 'utf8')));
  const i = await buildInterfaceFonts('/tmp/media/dist', { bold: '兰台展览展厅时间轴目录从第一章读起走进展厅听导览示意转录数字复原', regular: '' });
  for (const f of readdirSync('/tmp/media/dist/client/fonts')) console.log(f, readFileSync('/tmp/media/dist/client/fonts/' + f).length);
  let t = performance.now();
  const { files, css } = await exhibitFonts(exhibit, i.covered);
  console.log((performance.now() - t).toFixed(0), 'ms', css.length);
  for (const { name, bytes } of files) console.log(name, bytes.length, css.split('\n').find((l) => l.includes(name))!.split('U+').length);
}, 60000);
