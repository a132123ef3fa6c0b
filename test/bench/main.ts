import type { Figure } from './figure';

const AREAS: Record<string, () => Promise<{ bench: () => Promise<Figure[]> }>> = {
  pages: () => import('./pages'),
  check: () => import('./check'),
  engagement: () => import('./engagement'),
  gallery: () => import('./gallery')
};

/** `npm run bench -- [area …]`: prints each figure beside its goal. Never fails by a number. */
export async function main(args: string[]): Promise<number> {
  const unknown = args.find((name) => !Object.hasOwn(AREAS, name));
  if (unknown !== undefined) {
    console.error(`There is no area “${unknown}” to measure. Known: ${Object.keys(AREAS).join(', ')}.`);
    return 2;
  }
  for (const [name, load] of Object.entries(AREAS)) {
    if (args.length > 0 && !args.includes(name)) continue;
    console.log(`\n${name}`);
    const { bench } = await load();
    for (const { name: label, value, unit, goal } of await bench()) {
      console.log(`  ${label.padEnd(58)} ${format(value).padStart(10)} ${unit.padEnd(12)} goal ${goal}`);
    }
  }
  return 0;
}

function format(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(2);
}
