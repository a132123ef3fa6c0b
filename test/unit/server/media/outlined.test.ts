import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openMediaService } from '../../../../server/media/service';

const media = openMediaService({ cacheFolder: mkdtempSync(join(tmpdir(), 'lantai-outlined-')) });
afterAll(() => media.close());
const drawing = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="594mm" height="420mm" viewBox="0 0 594 420">${inner}</svg>`;

describe('a drawing with its words as outlines', () => {
  it('has no text left, and a path where it stood, Chinese and Latin', async () => {
    const bare = await media.outlined(drawing('<rect width="9" height="9"/>'));
    const outlined = await media.outlined(
      drawing(
        '<rect width="9" height="9"/><text x="9" y="40" font-size="20" font-family="Source Serif 4">Port 開埠</text>'
      )
    );
    expect(outlined).not.toContain('<text');
    expect((outlined?.length ?? 0) - (bare?.length ?? 0)).toBeGreaterThan(2_000);
    expect(outlined).not.toMatch(/\.\d{3}/);
  });

  it('is null where the drawing is broken', async () => {
    expect(await media.outlined('<svg')).toBeNull();
  });
});
