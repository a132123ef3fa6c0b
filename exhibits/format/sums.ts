/** Sums written out in a text, so that what a curator reckons for the reader can be checked. */

export interface WrittenSum {
  /** As it stands in the text: `7×0.15＝1.05`. */
  written: string;
  /** What it says comes out. */
  result: number;
  /** Whether that comes out; after ≈, within one part in a hundred. */
  isRight: boolean;
}

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const SUM = new RegExp(`(${NUMBER}(?: ?[＋+－−×÷] ?${NUMBER})+) ?(＝|=|≈) ?(${NUMBER})`, 'g');

/** Every sum in a text, of numbers joined by ＋ － × ÷ and ended by ＝ or ≈, full width or Latin. */
export function sumsIn(text: string): WrittenSum[] {
  return [...text.matchAll(SUM)].map(([written, left = '', sign, right = '']) => {
    const result = read(right);
    const off = Math.abs(reckon(left) - result);
    // A millionth is what adding decimals in binary may be out.
    return { written, result, isRight: off <= Math.abs(result) * (sign === '≈' ? 0.01 : 1e-6) };
  });
}

const isAdding = (step: string) => /^[＋+－−]/.test(step);

/** × and ÷ before ＋ and －, each from left to right. */
function reckon(expression: string): number {
  const steps = `+${expression}`.split(/(?=[＋+－−×÷])/);
  const terms = steps.reduce<number[]>((found, step) => {
    const by = read(step.slice(1));
    if (isAdding(step)) return [...found, /^[＋+]/.test(step) ? by : -by];
    const last = found.at(-1) ?? 0;
    return [...found.slice(0, -1), step.startsWith('×') ? last * by : last / by];
  }, []);
  return terms.reduce((sum, term) => sum + term, 0);
}

const read = (digits: string): number => Number(digits.replaceAll(',', ''));
