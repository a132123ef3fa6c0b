import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExhibitFolder } from '../../server/exhibits/read';
import { median } from './figure';
import type { Figure } from './figure';

const OBJECTS = 2000;
const RUNS = 5;

/** Reading and checking a whole exhibit of 2,000 objects from its folder, drawings included; median of five, milliseconds. */
export async function bench(): Promise<Figure[]> {
  const root = await mkdtemp(join(tmpdir(), 'lantai-bench-'));
  try {
    const folder = join(root, 'large');
    await writeExhibit(folder);
    const [wall, processor] = [[] as number[], [] as number[]];
    let issues = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      const used = process.cpuUsage();
      issues = (await readExhibitFolder(folder)).issues.length;
      const { user, system } = process.cpuUsage(used);
      wall.push(performance.now() - start);
      processor.push((user + system) / 1000);
    }
    return [
      { name: `check ${OBJECTS} objects`, value: median(wall), unit: 'ms', goal: '≤ 1000' },
      { name: `check ${OBJECTS} objects, processor`, value: median(processor), unit: 'ms', goal: '≤ 1000' },
      { name: `check ${OBJECTS} objects, issues found in a sound exhibit`, value: issues, unit: '', goal: '0' }
    ];
  } finally {
    await rm(root, { recursive: true });
  }
}

/** A sound exhibit as large as a whole fonds: each object with a fact, an event, a drawing and texts in two languages. */
async function writeExhibit(folder: string): Promise<void> {
  await mkdir(join(folder, 'media'), { recursive: true });
  const numbers = Array.from({ length: OBJECTS }, (_, index) => index);
  const both = (zh: string, en: string) => ({ 'zh-Hans': zh, en });
  const paragraph = (index: number) =>
    both(
      `样例展品${index}的说明，**只供测速**。`.repeat(6) +
        `见[前一件](object:object-${Math.max(0, index - 1)})。[^F-${index}]`,
      `Description of sample ${index}, *for timing only*. `.repeat(6) + `See [one](object:object-0). [^F-${index}]`
    );
  const files: Record<string, object> = {
    exhibit: {
      formatVersion: '1.0',
      id: 'large',
      title: both('测速', 'For timing'),
      languages: ['zh-Hans', 'en'],
      rights: 'https://creativecommons.org/publicdomain/zero/1.0/'
    },
    sources: { sources: { T1: { kind: 'reference', citation: { en: 'Test source' } } } },
    facts: {
      facts: Object.fromEntries(
        numbers.map((index) => [
          `F-${index}`,
          {
            date: `${1800 + (index % 150)}-07?`,
            statement: both(`样例事实${index}。`, `Sample fact ${index}.`),
            sources: ['T1'],
            confidence: 'known'
          }
        ])
      )
    },
    objects: {
      objects: Object.fromEntries(
        numbers.map((index) => [
          `object-${index}`,
          {
            kind: 'drawing',
            title: both(`样例展品${index}`, `Sample object ${index}`),
            refCode: `T-${index}`,
            date: `${1800 + (index % 150)}/${1801 + (index % 150)}`,
            nature: 'sketch',
            widthCm: 30,
            heightCm: 20,
            media: [{ file: `object-${index}.svg`, role: 'picture' }],
            alt: both('蓝底上的一个方块。', 'A square on blue.'),
            label: both('测速用。', 'For timing.'),
            description: paragraph(index),
            regions: [{ id: 'square', xywh: [10, 10, 20, 20], title: both('方块', 'The square') }],
            facts: [`F-${index}`]
          }
        ])
      )
    },
    sections: {
      sections: Array.from({ length: 20 }, (_, section) => ({
        id: `section-${section}`,
        title: both(`第${section}节`, `Section ${section}`),
        text: paragraph(section),
        blocks: numbers.filter((index) => index % 20 === section).map((index) => ({ object: `object-${index}` }))
      }))
    },
    timeline: {
      timeline: {
        eras: [{ id: 'all', title: both('全部', 'All'), date: '1800/1950' }],
        lanes: [{ id: 'one', title: both('一', 'One') }],
        events: numbers.map((index) => ({
          id: `event-${index}`,
          date: `${1800 + (index % 150)}-07?`,
          title: both(`样例事件${index}`, `Sample event ${index}`),
          lane: 'one',
          object: `object-${index}`,
          facts: [`F-${index}`]
        }))
      }
    }
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content, null, 2));
  }
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">${'<rect x="1" y="2" width="3" height="4" fill="#30557a"/>'.repeat(40)}</svg>`;
  for (const index of numbers) await writeFile(join(folder, 'media', `object-${index}.svg`), drawing);
}
