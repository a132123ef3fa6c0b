import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const LANES = ['treaty', 'machines', 'river', 'schools', 'harbour'];
const ERAS: [id: string, from: number, to: number][] = [
  ['ford', 1750, 1857],
  ['opening', 1858, 1865],
  ['machines', 1866, 1896],
  ['river', 1897, 1918],
  ['ledger', 1919, 1936],
  ['harbour', 1937, 1952]
];
const TAGS = ['post', 'rail', 'ships', 'bridges', 'schools', 'works', 'customs', 'floods'];
const PLACES = 24;
const PEOPLE = 40;

/** Exhibits of so many events each, `events-5000` …, below `data/bench`. Gives the folder of exhibits. */
export async function writeTimelines(sizes: number[]): Promise<string> {
  const root = resolve('data', 'bench', 'timelines');
  for (const size of sizes) {
    await mkdir(join(root, timelineId(size)), { recursive: true });
    await writeFile(join(root, timelineId(size), 'exhibit.json'), JSON.stringify(timelineOf(size)));
  }
  const home = { name: both('测速', 'For timing'), exhibits: sizes.map(timelineId) };
  await writeFile(join(root, 'home.json'), JSON.stringify(home));
  return root;
}

export function timelineId(size: number): string {
  return `events-${size}`;
}

/** Dates of every kind the axis draws, most of them exact, crowding towards the end as archives do. */
export function dateOf(index: number, size: number): string {
  const part = (index + 0.5) / size;
  const year = Math.floor(1750 + 202 * part ** 0.5);
  const month = String(1 + ((index * 7) % 12)).padStart(2, '0');
  const day = String(1 + ((index * 11) % 28)).padStart(2, '0');
  switch (index % 20) {
    case 0:
    case 1:
    case 2:
      return String(year);
    case 3:
    case 4:
    case 5:
      return `${year}-${month}`;
    case 6:
      return `${year}~`;
    case 7:
      return `${year}-${month}?`;
    case 8:
      return `${year}-${month}/${year + 2}`;
    case 9:
      return index % 40 === 9 ? `[${year},${year + 2}]` : `${year}~/${year + 1}?`;
    case 10:
      return index % 400 === 10 ? `${year}/..` : `${year}-${month}-${day}`;
    default:
      return `${year}-${month}-${day}`;
  }
}

const ACCOUNTS = [
  { text: both('样例的一说。', 'One sample account.') },
  { text: both('样例的另一说。', 'Another sample account.') }
];

/** An exhibit of so many events and no objects. */
export function timelineOf(size: number) {
  return {
    formatVersion: '1.0',
    id: timelineId(size),
    title: both(`${size}个事件`, `${size} events`),
    languages: ['zh-Hans', 'en'],
    rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
    sources: { T1: { kind: 'reference', citation: { en: 'Generated' } } },
    facts: Object.fromEntries(
      (['verified', 'known', 'disputed'] as const).map((confidence, index) => [
        `F-${index}`,
        {
          statement: both('样例事实。', 'A sample fact.'),
          sources: ['T1'],
          confidence,
          ...(confidence === 'disputed' ? { variants: ACCOUNTS } : {})
        }
      ])
    ),
    places: named('place', PLACES, '地点', 'Place'),
    people: named('person', PEOPLE, '人物', 'Person'),
    sections: [{ id: 'all', title: both('全部', 'All'), text: both('只供测速。', 'For timing only.'), blocks: [] }],
    timeline: {
      eras: ERAS.map(([id, from, to]) => ({ id, title: both(`时期${id}`, `Era of ${id}`), date: `${from}/${to}` })),
      lanes: LANES.map((id) => ({ id, title: both(`行${id}`, `Row ${id}`) })),
      tags: TAGS.map((id) => ({ id, title: both(`标签${id}`, `Tag ${id}`) })),
      events: Array.from({ length: size }, (_, index) => ({
        id: `event-${index}`,
        date: dateOf(index, size),
        title: both(`第${index + 1}个生成的事件，只供测速`, `Generated event ${index + 1}, for timing only`),
        ...(index % 3 === 0 ? { dateText: both('样例纪年', 'A sample calendar') } : {}),
        ...(index % 5 === 0 ? { text: both('这一条没有说什么。', 'This one says nothing.') } : {}),
        lane: LANES[(index * 3) % LANES.length],
        tags: [TAGS[index % 8], TAGS[(index * 5 + 3) % 8]].filter((tag, at, all) => all.indexOf(tag) === at),
        place: `place-${index % PLACES}`,
        people: [`person-${(index * 7) % PEOPLE}`],
        facts: [`F-${index % 7 === 0 ? 2 : index % 4 === 0 ? 1 : 0}`],
        weight: 1 + (index % 3)
      }))
    }
  };
}

function named(kind: string, count: number, zh: string, en: string): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${kind}-${index}`,
      { name: both(`${zh}${index + 1}`, `${en} ${index + 1}`) }
    ])
  );
}

function both(zh: string, en: string): Record<string, string> {
  return { 'zh-Hans': zh, en };
}
