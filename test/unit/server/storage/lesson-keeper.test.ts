import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LessonEvent } from '../../../../server/contract/lesson/events';
import type { Connection } from '../../../../server/storage/driver';
import { openKeeper, perform } from '../../../../server/storage/lesson-keeper';
import type { LessonQuery, QueryArgs, QueryValue } from '../../../../server/storage/lesson-queries';
import { newSeal, sealed, unsealed } from '../../../../server/storage/sealed';

const NOW = 1_790_000_000_000;
const LESSONS = 30;
const EVENTS = 40;
/** Lessons without events besides: their secrets fill pages that are split. */
const MORE = 400;

describe('what was written in a lesson', () => {
  it('comes back from its seal, opens with no other, and is read as it is where an older Lantai wrote it', () => {
    const [own, other] = [newSeal(), newSeal()];
    const text = '{"text":"两个方块"}';
    expect(unsealed(sealed(text, own), own)).toBe(text);
    expect(sealed(text, own)).not.toBe(sealed(text, own));
    expect(() => unsealed(sealed(text, own), other)).toThrow();
    expect(() => unsealed(sealed(text, own), null)).toThrow('its secret is gone');
    expect(unsealed(text, null)).toBe(text);
  });
});

describe('the file of lessons', () => {
  let folder: string;
  let connection: Connection;
  let number = 0;
  const path = () => join(folder, 'lessons.db');
  async function ask<Name extends LessonQuery>(
    vacuumBelowBytes: number,
    name: Name,
    ...args: QueryArgs<Name>
  ): Promise<QueryValue<Name>> {
    const reply = await perform(connection, { number: (number += 1), task: { name, args } }, vacuumBelowBytes);
    if (reply.kind !== 'done') throw new Error(JSON.stringify(reply));
    return reply.value as QueryValue<Name>;
  }
  const idOf = (n: number) => `${String((n * 7_919) % 10_007).padStart(5, '0')}-of-a-lesson`;
  const wordsIn = (n: number) => `独一无二的第${n}句话`;
  const secrets = () =>
    connection
      .prepare('SELECT lesson, secret FROM lesson_seal')
      .all()
      .map((row) => z.object({ lesson: z.string(), secret: z.string() }).parse(row));
  const onDisk = () =>
    Buffer.concat(
      ['', '-wal', '-journal'].map((end) => {
        try {
          return readFileSync(path() + end);
        } catch {
          return Buffer.alloc(0);
        }
      })
    );

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-keeper-'));
    connection = await openKeeper(path());
  });
  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Lessons whose events come by turns, so that pages are split between them again and again. */
  async function fill(): Promise<void> {
    const edition = { exhibit: 'small', edition: 'e1', body: 'x'.repeat(1_000) };
    const opened: LessonEvent = { seq: 1, time: NOW, kind: 'opened', teacher: 't1', keepDays: 30 };
    for (let n = 0; n < LESSONS + MORE; n += 1) {
      const row = {
        ...{ id: idOf(n), code: String(n).padStart(6, '0'), secondCode: null, exhibit: 'small', edition: 'e1' },
        ...{ plan: 'p', seed: 's', seats: 12, openedAt: NOW, endedAt: null, purgeAt: null, head: 1, lastAt: NOW }
      };
      await ask(0, 'create', row, opened, [], edition);
    }
    for (let seq = 2; seq < EVENTS; seq += 1) {
      const writes = Array.from({ length: LESSONS }, (_, n) => ({
        lesson: idOf(n),
        baseSeq: seq - 1,
        events: [
          {
            ...{ kind: 'answered' as const, member: 'm1', task: 'label', isLate: false, seq, time: NOW + seq },
            answer: { kind: 'write' as const, text: wordsIn(n).repeat(8) }
          }
        ],
        commands: [{ actor: 'm1', command: randomUUID(), reply: JSON.stringify({ seq, member: wordsIn(n) }) }],
        ...{ keys: [], snapshot: null, ending: null }
      }));
      expect((await ask(0, 'commit', writes, null)).every(Boolean)).toBe(true);
    }
  }

  it.each([
    ['large', 0],
    ['small', Infinity]
  ])('gives no word of a deleted lesson away, nor what its words were sealed by (a %s file)', async (size, below) => {
    await fill();
    const before = secrets();
    const isKept = ({ lesson }: { lesson: string }) => /[147]-of/.test(lesson);
    // In no order: pages are put together again while some of theirs are still to go.
    const gone = before.filter((one) => !isKept(one)).sort((a, b) => (a.secret < b.secret ? -1 : 1));
    expect(onDisk().includes(Buffer.from(gone[0]?.secret ?? ''))).toBe(true);
    for (let n = 0; n < gone.length; n += 40)
      await ask(
        below,
        'purge',
        gone.slice(n, n + 40).map(({ lesson }) => lesson)
      );

    const bytes = onDisk();
    for (const { lesson, secret } of gone) {
      expect(bytes.includes(Buffer.from(secret)), lesson).toBe(false);
      if (size === 'small') expect(bytes.includes(Buffer.from(lesson)), lesson).toBe(false);
    }
    for (let n = 0; n < LESSONS; n += 1) expect(bytes.includes(Buffer.from(wordsIn(n)))).toBe(false);
    // The others are whole.
    expect(secrets()).toEqual(before.filter(isKept));
    const kept = Array.from({ length: LESSONS }, (_, n) => ({ lesson: idOf(n) })).filter(isKept);
    expect(kept.length).toBeGreaterThan(3);
    for (const { lesson } of kept) {
      const loaded = await ask(below, 'load', lesson);
      expect(loaded?.tail).toHaveLength(EVENTS - 1);
      expect(JSON.stringify(loaded?.tail.at(-1))).toContain('独一无二的第');
      expect(loaded?.commands[0]?.reply).toContain('独一无二的第');
    }
    expect(await ask(below, 'load', gone[0]?.lesson ?? '')).toBeNull();
  });
});
