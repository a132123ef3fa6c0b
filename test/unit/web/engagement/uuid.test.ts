import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_DWELL_MS } from '../../../../server/contract/engagement';
import { MAX_DWELL_MS as RECORDER_MAX_DWELL_MS } from '../../../../web/engagement/limits';
import { uuidV7 } from '../../../../web/engagement/uuid';

describe('ids of events', () => {
  it('are of version 7 with the time in front (the example of RFC 9562, appendix A.6)', () => {
    const random = [0xcc, 0x3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
    const id = uuidV7(0x017f22e279b0, (bytes) => bytes.set(random, 6));
    expect(id).toBe('017f22e2-79b0-7c03-98c4-dc0c0c07398f');
  });

  it('sort by time and differ within a millisecond', () => {
    const now = Date.now();
    const ids = Array.from({ length: 1_000 }, () => uuidV7(now));
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
    expect(uuidV7(now + 1) > (ids.sort().at(-1) ?? '')).toBe(true);
  });

  it('have dwells bounded as the server has them', () => {
    expect(RECORDER_MAX_DWELL_MS).toBe(MAX_DWELL_MS);
  });
});
