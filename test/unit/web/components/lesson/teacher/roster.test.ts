import { describe, expect, it } from 'vitest';
import { keepRoster, readRoster, rosterFrom, rosterText } from '../../../../../../web/components/lesson/teacher/roster';

describe('names for seats', () => {
  it('are read from lines with seats, before or after the name, in any usual writing', () => {
    expect(rosterFrom('3 张三\n12号 李四\n7、王五\n赵六\t20\n21,Ann Lee')).toEqual({
      '3': '张三',
      '12': '李四',
      '7': '王五',
      '20': '赵六',
      '21': 'Ann Lee'
    });
  });

  it('go by the lines where no seat is written, and on from the last seat that is', () => {
    expect(rosterFrom('张三\n\n李四\r\n10 王五\n赵六')).toEqual({
      '1': '张三',
      '2': '李四',
      '10': '王五',
      '11': '赵六'
    });
  });

  it('past seat 99, empty or too long do no harm', () => {
    expect(rosterFrom('')).toEqual({});
    expect(rosterFrom(`99 甲\n乙\n1 ${'长'.repeat(100)}`)).toEqual({ '99': '甲', '1': '长'.repeat(40) });
  });

  it('written out are read again as they were', () => {
    const roster = { '2': 'Ann Lee', '10': '王五' };
    expect(rosterText(roster)).toBe('2\tAnn Lee\n10\t王五');
    expect(rosterFrom(rosterText(roster))).toEqual(roster);
  });

  it('are kept for one lesson, and nothing is left when they are deleted', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key)
    };
    expect(keepRoster('abc', { '1': '张三' }, storage)).toBe(true);
    expect(readRoster('abc', storage)).toEqual({ '1': '张三' });
    expect(readRoster('def', storage)).toEqual({});
    keepRoster('abc', {}, storage);
    expect(kept.size).toBe(0);
  });

  it('that somebody spoiled are none, and a browser that keeps nothing says so', () => {
    expect(readRoster('abc', { getItem: () => '{"1":5,"x":"y","2":"李四"}' })).toEqual({ '2': '李四' });
    expect(readRoster('abc', { getItem: () => 'no JSON' })).toEqual({});
    expect(readRoster('abc', null)).toEqual({});
    expect(keepRoster('abc', { '1': '张三' }, null)).toBe(false);
  });
});
