import { z } from 'zod';
import type { PageChart } from '../contract/pages';
import { cacheKey, type Derivatives } from './derivatives';
import type { DiskCache } from './disk-cache';
import { pageChart } from './page-chart';
import type { PictureSource } from './source';

const kept = z.object({ widthPx: z.number(), heightPx: z.number(), marks: z.string() }).nullable();

/**
 * Makes charts as pages show them and keeps them by the hash of their content: drawing one takes a process and a second,
 * which no start of the server should spend again. Null for whatever is no chart, or cannot stand in a page.
 */
export function openPageCharts(cache: DiskCache, draw: Derivatives['drawSafely']) {
  return async (id: string, source: PictureSource): Promise<PageChart | null> => {
    if (source.kind !== 'vector' || source.drawing !== 'chart') return null;
    const key = cacheKey(source.hash, `page-${id}.json`);
    const known = await cache.read(key);
    if (known) return kept.parse(JSON.parse(known.toString('utf8')));
    const drawn = await draw(source, 'start');
    if (!drawn.ok) return null;
    const made = await pageChart(drawn.result, id);
    await cache.write(key, Buffer.from(JSON.stringify(made)));
    return made;
  };
}
