import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { pictureFonts } from '../../../server/fonts/picture-fonts';
import { openRenderer } from '../../../server/media/renderer';
import { typesetDocument } from '../../../server/media/document';
test('x', async () => {
  const docs = {
    wei: { text: '天津为卫，去神京二百余里，当南北往来之冲，京师岁食东南数百万之漕悉道经于此，舟楫之所式临，商贾之所萃集，五方之民之所杂处。', heading: '天津卫志', attribution: '康熙《天津卫志》薛柱斗语', direction: 'vertical', paper: 'red-ruled', lineLength: 10 },
    wei2: { text: '天津为卫，去神京二百余里，当南北往来之冲，京师岁食东南数百万之漕悉道经于此，舟楫之所式临，商贾之所萃集，五方之民之所杂处。', heading: '天津卫志', attribution: '康熙《天津卫志》薛柱斗语', direction: 'vertical', paper: 'red-ruled' },
    verse: { text: '报单新到火轮船，昼夜能行路几千；多少官商来往便，快鸟如飞过云天。', heading: '火轮船', attribution: '张焘《津门杂记》，一八八四年', direction: 'vertical', paper: 'red-ruled', lineLength: 8 },
    tel: { text: '行辕正午一刻', heading: '光绪三年五月十七日', attribution: '直隶总督衙门至天津机器局', direction: 'vertical', paper: 'red-ruled' },
    telh: { text: '行辕正午一刻', heading: '光绪三年五月十七日', attribution: '直隶总督衙门至天津机器局', direction: 'horizontal', paper: 'red-ruled' },
    rescript: { text: '该衙门知道', heading: '朱批', direction: 'vertical', paper: 'red-ruled' },
    h: { text: '“天津郡城海口作为通商之埠”，凡有英民人等至此居住贸易，均照经准各条所开各口章程比例，画一无别。\n1860年10月24日 Convention of Peking 签于北京……“至此居住贸易”', heading: '中英续增条约第四款', attribution: '转引自《天津通志》', direction: 'horizontal', paper: 'red-ruled' },
    nasty: { text: '他说：“‘这——是什么？’”，（又说）《续天津县志》1877年6月27日Convention至……。」完；English: ok！', heading: '测试', attribution: '某某', direction: 'vertical', paper: 'plain', lineLength: 8 },
  } as const;
  const r = openRenderer();
  for (const [name, d] of Object.entries(docs)) {
    const svg = await typesetDocument(d);
    const fontFiles = await pictureFonts(svg, '/tmp/media/fonts');
    const out = await r.render({ kind: 'svg', svg, fontFiles, widthPx: 900, maxHeightPx: 4096 }, 'start');
    if (!out.ok) { console.log(name, out); continue; }
    writeFileSync(`/tmp/media/doc-${name}.webp`, out.result.bytes);
    console.log(name, out.result.widthPx, out.result.heightPx, out.result.colour, out.result.bytes.length);
  }
  r.close();
});
