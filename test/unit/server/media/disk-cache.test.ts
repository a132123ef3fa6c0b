import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDiskCache } from '../../../../server/media/disk-cache';

const newFolder = () => mkdtempSync(join(tmpdir(), 'lantai-cache-'));
const kilobyte = Buffer.alloc(1024, 7);

describe('the cache on disk', () => {
  it('gives back what was written, also to the next process', async () => {
    const folder = newFolder();
    await openDiskCache(folder, 1e6).write('ab/abc-256.webp', Buffer.from('picture'));
    const other = openDiskCache(folder, 1e6);
    expect(await other.has('ab/abc-256.webp')).toBe(true);
    expect((await other.read('ab/abc-256.webp'))?.toString()).toBe('picture');
    expect(await other.read('ab/none.webp')).toBeNull();
  });

  it('drops what was not read for longest when it outgrows its limit', async () => {
    const folder = newFolder();
    const cache = openDiskCache(folder, 10 * 1024);
    for (let n = 0; n < 9; n++) {
      await cache.write(`f${n}.bin`, kilobyte);
      await sleep(12);
    }
    await cache.read('f0.bin');
    await sleep(12);
    for (let n = 9; n < 12; n++) await cache.write(`f${n}.bin`, kilobyte);
    expect(existsSync(join(folder, 'f1.bin'))).toBe(false);
    expect(existsSync(join(folder, 'f0.bin'))).toBe(true);
    expect(existsSync(join(folder, 'f11.bin'))).toBe(true);
    expect(readdirSync(folder).length).toBeLessThanOrEqual(10);
  });

  it('counts what earlier processes left', async () => {
    const folder = newFolder();
    for (let n = 0; n < 20; n++) writeFileSync(join(folder, `old${n}.bin`), kilobyte);
    await openDiskCache(folder, 10 * 1024).write('new.bin', kilobyte);
    expect(readdirSync(folder).length).toBeLessThanOrEqual(8);
  });

  it('leaves no half-written file behind under its own name', async () => {
    const folder = newFolder();
    const cache = openDiskCache(folder, 1e6);
    await Promise.all(Array.from({ length: 20 }, (_, n) => cache.write('same.bin', Buffer.alloc(5000, n))));
    expect(readdirSync(folder)).toEqual(['same.bin']);
    const bytes = await cache.read('same.bin');
    expect(new Set(bytes).size).toBe(1);
  });

  it('refuses a key that leads out of its folder', async () => {
    await expect(openDiskCache(newFolder(), 1e6).read('../secret')).rejects.toThrow('cache key');
  });
});
