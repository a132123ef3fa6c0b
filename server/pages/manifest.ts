import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional()
  })
);
/** What a build made of each source, as Vite writes it. */
export type Manifest = z.infer<typeof manifest>;

export async function readManifest(file: string): Promise<Manifest> {
  return manifest.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Sources whose chunks a chunk imports, directly or not, deepest last. */
export function importsOf(chunks: Manifest, source: string, seen = new Set<string>()): string[] {
  for (const key of chunks[source]?.imports ?? []) {
    if (seen.has(key)) continue;
    seen.add(key);
    importsOf(chunks, key, seen);
  }
  return [...seen];
}

/** Style sheets of a source and all it imports; its own come last, to have the last word. */
export function stylesOf(chunks: Manifest, source: string): string[] {
  const sources = [...importsOf(chunks, source).reverse(), source];
  return [...new Set(sources.flatMap((key) => chunks[key]?.css ?? []))];
}

/** Style sheets of each page by its name: those of the renderer itself, of what it shares, and its own. */
export function pageStyles(pages: Manifest): Record<string, string[]> {
  const every = stylesOf(pages, 'web/pages/render.ts');
  const styles: Record<string, string[]> = {};
  for (const source of Object.keys(pages)) {
    const name = /^web\/pages\/(.+)Page\.svelte$/.exec(source)?.[1];
    if (name) styles[name.toLowerCase()] = [...new Set([...every, ...stylesOf(pages, source)])];
  }
  return styles;
}
