import { describe, expect, it } from 'vitest';
import { answerJudges } from '../../../../server/engagement/answers';
import { sampleExhibit } from '../../web/sample';
import { compiledOf } from '../search/sample';

const words = (en: string) => ({ 'zh-Hans': '词', en });
const told = { prompt: words('Which?'), explain: words('So it was.'), facts: ['A-1'] };

/** A chart of three rows, and the tasks that the sample has not. */
function chartExhibit() {
  const option = (id: string) => ({ id, text: words(id) });
  const account = (id: string) => ({ id, text: words(id), grounds: words('One says so.') });
  const exhibit = compiledOf({
    objects: { chart: { kind: 'chart', nature: 'sketch', title: words('Chart') } },
    activities: [
      { id: 'one', kind: 'choice', ...told, options: ['a', 'b', 'c'].map(option), answer: ['b'] },
      { id: 'two', kind: 'choice', ...told, options: ['a', 'b', 'c'].map(option), answer: ['a', 'c'] },
      {
        id: 'weighed',
        kind: 'weigh',
        ...told,
        accounts: ['early', 'late'].map(account),
        answer: ['late', 'undecided']
      },
      { id: 'rows', kind: 'data', ...told, object: 'chart', answer: { rows: [2, 3] } }
    ]
  });
  const chart = exhibit.objects['chart'];
  if (!chart) throw new Error('The chart is not there.');
  chart.derived.table = { columns: [], rows: [['1919'], ['1920'], ['1921']] };
  return exhibit;
}

describe('an answer is judged by its task', () => {
  const judges = new Map([...answerJudges(sampleExhibit()), ...answerJudges(chartExhibit())]);
  const judge = (task: string, option: string) => {
    const judged = judges.get(`activity:${task}`)?.(option);
    return judged ? judged.right : judged;
  };

  it.each([
    ['one', 'b', true],
    ['one', 'a', false],
    ['two', 'c,a', true],
    ['two', 'a', false],
    ['two', 'a,b,c', false],
    ['weighed', 'late', true],
    ['weighed', 'undecided', true],
    ['weighed', 'early', false],
    ['first-later', '1,2,3', true],
    ['first-later', '2,1,3', false],
    ['halves', '1-1,2-2', true],
    ['halves', '1-2,2-1', false],
    ['which-name', 'name', true],
    ['which-name', '41.2,23.4', false],
    ['how-many', '3', true],
    ['how-many', '3.0', true],
    ['how-many', '-4', false],
    ['rows', '3,2', true],
    ['rows', '2', false]
  ])('%s: %s is %s', (task, option, right) => {
    expect(judge(task, option)).toBe(right);
  });

  it('where no answer is right or wrong, none is', () => {
    expect(judges.get('activity:two-days')?.('early')).toEqual({ option: 'early', right: null });
  });

  it.each([
    ['two', 'c,a', 'a,c'],
    ['rows', '3,2', '2,3'],
    ['halves', '2-1,1-2', '1-2,2-1'],
    ['first-later', '2,1,3', '2,1,3'],
    ['which-name', '41.23423,7', '41.2,7.0'],
    ['how-many', '3.0', '3'],
    ['how-many', '-0', '0']
  ])('%s: %s is counted as %s, in one line with all that are the same', (task, given, option) => {
    expect(judges.get(`activity:${task}`)?.(given)?.option).toBe(option);
  });

  it.each([
    ['one', 'd'],
    ['one', 'b,b'],
    ['weighed', 'neither'],
    ['first-later', '1,2'],
    ['first-later', '1,1,2'],
    ['first-later', '1,2,3,4'],
    ['halves', '1-1'],
    ['halves', '1-1,1-2'],
    ['halves', '1-1,2'],
    ['which-name', 'stamp'],
    ['which-name', '101,3'],
    ['which-name', '3'],
    ['how-many', 'many'],
    // One may be chosen of these: all of them together would always hold the right one.
    ['one', 'a,b'],
    ['weighed', 'early,late'],
    ['which-name', ','],
    ['which-name', '0x10,3'],
    ['how-many', '0x3'],
    ['how-many', '1e999'],
    ['rows', '4'],
    ['rows', '0']
  ])('%s: %s cannot be given', (task, option) => {
    expect(judge(task, option)).toBeNull();
  });
});
