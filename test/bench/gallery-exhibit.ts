import { access, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

/** At most so many works a section: what a room holds before it is split. */
const WORKS_A_SECTION = 25;
const LONG_SIDE_PX = 1024;
/** Width over height, as files really have them: letters, plates, maps, panoramas, scrolls. */
const ASPECTS = [0.72, 1.4, 1, 1.33, 0.5, 1.6, 2.2, 0.8];

/**
 * Exhibits of so many works each, `works-20` …, with a drawn picture for every work, below `data/bench`. What is there
 * from an earlier run is kept. Gives the folder of exhibits.
 */
export async function writeExhibits(sizes: number[]): Promise<string> {
  const root = resolve('data', 'bench', 'exhibits');
  for (const size of sizes) await writeExhibit(root, size);
  const home = {
    name: both('测速', 'For timing'),
    tagline: both('生成的展品', 'Generated works'),
    exhibits: sizes.map(exhibitId)
  };
  await writeFile(join(root, 'home.json'), JSON.stringify(home, null, 2));
  return root;
}

export function exhibitId(size: number): string {
  return `works-${size}`;
}

/** Id of a work, and of the section and room it hangs in. */
export function workId(index: number): string {
  return `work-${String(index).padStart(4, '0')}`;
}

export function sectionId(index: number): string {
  return `section-${index + 1}`;
}

async function writeExhibit(root: string, size: number): Promise<void> {
  const media = join(root, exhibitId(size), 'media');
  await mkdir(media, { recursive: true });
  const works = Array.from({ length: size }, (_, index) => index);
  for (const index of works) {
    const file = join(media, `${workId(index)}.jpg`);
    if (await isThere(file)) continue;
    await writeFile(file, await picture(index));
    if (index % 100 === 99) process.stderr.write(`  drawing ${exhibitId(size)}: ${index + 1} of ${size}\n`);
  }
  const sections = Array.from({ length: Math.ceil(size / WORKS_A_SECTION) }, (_, section) => ({
    id: sectionId(section),
    title: both(`第${section + 1}组展品`, `Group ${section + 1}`),
    text: both(`第${section + 1}组，只供测速。`, `Group ${section + 1}, for timing only.`),
    blocks: works
      .slice(section * WORKS_A_SECTION, (section + 1) * WORKS_A_SECTION)
      .map((index) => ({ object: workId(index) }))
  }));
  const exhibit = {
    formatVersion: '1.0',
    id: exhibitId(size),
    title: both(`${size}件展品`, `${size} works`),
    languages: ['zh-Hans', 'en'],
    rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
    sources: { T1: { kind: 'reference', citation: { en: 'Generated' } } },
    facts: {
      'F-1': {
        date: '1900~',
        statement: both('样例事实。', 'A sample fact.'),
        sources: ['T1'],
        confidence: 'known'
      }
    },
    objects: Object.fromEntries(works.map((index) => [workId(index), object(index)])),
    sections
  };
  await writeFile(join(root, exhibitId(size), 'exhibit.json'), JSON.stringify(exhibit, null, 2));
}

function object(index: number): object {
  const aspect = aspectOf(index);
  return {
    kind: 'image',
    title: both(`第${index + 1}件，生成的图样`, `Generated pattern ${index + 1}`),
    date: String(1800 + (index % 150)),
    nature: 'sketch',
    hangWidthCm: Math.round(75 * Math.sqrt(aspect)),
    media: [{ file: `${workId(index)}.jpg`, role: 'picture' }],
    alt: both('彩色底上的几何图形。', 'Geometric figures on a coloured ground.'),
    label: both(
      `第${index + 1}件，由程序画成，用来测量展厅在许多展品之下画得多快、占多少显存，不说明任何史实。`,
      `Number ${index + 1}, drawn by a program to measure how fast the gallery is with many works.`
    ),
    facts: ['F-1']
  };
}

/** A JPEG like no other of the set: ground, rings, bars and a number's worth of squares, all told by the index. */
function picture(index: number): Promise<Buffer> {
  const aspect = aspectOf(index);
  const [width, height] =
    aspect >= 1 ? [LONG_SIDE_PX, Math.round(LONG_SIDE_PX / aspect)] : [Math.round(LONG_SIDE_PX * aspect), LONG_SIDE_PX];
  const hue = (index * 47) % 360;
  const at = (step: number, of: number) => ((index * step) % 97) * (of / 97);
  const rings = [0, 1, 2, 3].map(
    (ring) =>
      `<circle cx="${at(13 + ring * 7, width)}" cy="${at(29 + ring * 5, height)}" r="${60 + at(11 + ring, 160)}" ` +
      `fill="hsl(${(hue + 40 + ring * 35) % 360} 45% ${35 + ring * 12}%)" fill-opacity=".7"/>`
  );
  const bars = Array.from({ length: 10 }, (_, bit) =>
    (index >> bit) & 1
      ? `<rect x="${(bit + 0.5) * (width / 11)}" y="${height * 0.82}" width="${width / 14}" height="${height * 0.1}" fill="#222"/>`
      : ''
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="hsl(${hue} 30% 82%)"/>${rings.join('')}${bars.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

function aspectOf(index: number): number {
  return ASPECTS[(index * 5) % ASPECTS.length] ?? 1;
}

function both(zh: string, en: string): Record<string, string> {
  return { 'zh-Hans': zh, en };
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false
  );
}
