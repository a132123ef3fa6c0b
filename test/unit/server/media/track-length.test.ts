import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackLength } from '../../../../server/media/track-length';

const KINDS = join(import.meta.dirname, '../../../fixtures/kinds/kinds/media');
const SMALL = join(import.meta.dirname, '../../../fixtures/small/small/media');

describe('how long a recording lasts', () => {
  // As ffprobe says of the same files.
  it.each([
    ['bells.mp3', KINDS, 6.06],
    ['bells.opus', KINDS, 6],
    ['square.webm', KINDS, 6.008],
    ['square.mp4', KINDS, 6],
    ['tone.wav', SMALL, 0.5]
  ])('is read from %s', async (name, folder, seconds) => {
    const length = await trackLength(join(folder, name), name.split('.')[1] ?? '');
    expect(length).toBeCloseTo(seconds, 1);
  });

  it('is unknown, not a crash, for what is cut off or no recording at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantai-track-'));
    for (const [name, from] of [
      ['a.mp3', 'bells.mp3'],
      ['a.opus', 'bells.opus'],
      ['a.webm', 'square.webm'],
      ['a.mp4', 'square.mp4']
    ] as const) {
      const bytes = readFileSync(join(KINDS, from));
      const extension = name.split('.')[1] ?? '';
      for (const part of [0, 3, 20, 60, 200]) {
        writeFileSync(join(folder, name), bytes.subarray(0, part));
        const length = await trackLength(join(folder, name), extension);
        expect(length === null || length > 0).toBe(true);
      }
      writeFileSync(join(folder, name), Buffer.alloc(5000, 0xff));
      await trackLength(join(folder, name), extension);
    }
  });
});
