import { describe, expect, it } from 'vitest';
import type { LessonReport } from '../../../../../../server/contract/lesson/report';
import { namedCsv } from '../../../../../../web/components/lesson/teacher/named-csv';

const heads = { seat: '座位', name: '姓名', answered: '交', right: '对' };
const words = { taskName: (task: string) => `题 ${task}`, given: (_: string, word: string) => word };
const seat = (number: number, given: string): LessonReport['seats'][number] => ({
  seat: number,
  alias: {},
  joinedAt: 0,
  answers: { quiz: { given, isLate: false, isRight: true, at: 0, changes: 0 } },
  found: { hunt: 2 },
  answered: 1,
  right: 1,
  helps: 0
});
const tasks = ['quiz', 'hunt'].map((task) => ({ task }) as LessonReport['tasks'][number]);

describe('the table with names', () => {
  it('has a line for each seat, named where this browser has a name', () => {
    const text = namedCsv({ seats: [seat(1, '甲'), seat(12, '-3.5')], tasks }, { '12': '李四' }, heads, words);
    expect(text).toBe('\uFEFF座位,姓名,交,对,题 quiz,题 hunt\r\n1,,1,1,甲,2\r\n12,李四,1,1,-3.5,2\r\n');
  });

  it('quotes what would break a line, and lets no cell be a formula', () => {
    const text = namedCsv({ seats: [seat(1, '=1+1'), seat(2, 'a "b",\nc')], tasks }, { '1': '@x' }, heads, words);
    expect(text).toContain("1,'@x,1,1,'=1+1,2\r\n");
    expect(text).toContain('2,,1,1,"a ""b"",\nc",2\r\n');
  });
});
