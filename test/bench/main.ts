import type { Figure } from './figure';

/** What a run may ask for. */
export interface BenchOptions {
  /** Leave out what takes minutes. */
  isQuick: boolean;
}

const AREAS: Record<string, () => Promise<{ bench: (options: BenchOptions) => Promise<Figure[]> }>> = {
  pages: () => import('./pages'),
  check: () => import('./check'),
  large: () => import('./large'),
  media: () => import('./media'),
  engagement: () => import('./engagement'),
  lessons: () => import('./lessons'),
  gallery: () => import('./gallery'),
  search: () => import('./search'),
  timeline: () => import('./timeline')
};

/** `npm run bench -- [--quick] [area …]`: prints each figure beside its goal. Never fails by a number. */
export async function main(words: string[]): Promise<number> {
  const isQuick = words.includes('--quick');
  const args = words.filter((word) => word !== '--quick');
  const unknown = args.find((name) => !Object.hasOwn(AREAS, name));
  if (unknown !== undefined) {
    console.error(`There is no area “${unknown}” to measure. Known: ${Object.keys(AREAS).join(', ')}.`);
    return 2;
  }
  for (const [name, load] of Object.entries(AREAS)) {
    if (args.length > 0 && !args.includes(name)) continue;
    console.log(`\n${name}`);
    const { bench } = await load();
    for (const { name: label, value, unit, goal } of await bench({ isQuick })) {
      console.log(`  ${label.padEnd(58)} ${format(value).padStart(10)} ${unit.padEnd(12)} goal ${goal}`);
    }
  }
  return 0;
}

function format(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(2);
}
