import { pinyin } from 'pinyin-pro';
import { foldText, HAN, scanRuns } from './fold';

/** A name that can be asked for by its reading. */
export interface ReadName {
  name: string;
  /** Of a person: the first character is read as a surname (单 Shàn, 仇 Qiú). */
  isPerson: boolean;
  /** As the exhibit gives it; goes before what the program makes of it. */
  given?: string | undefined;
}

/**
 * Ways to type the names of a name in Latin letters, each with the folded Han text it stands for: 李鸿章 by lihongzhang
 * and lhz; 朱棣（明成祖） by both names. ü may be typed as u or v. Names of one character have none: too many are alike.
 */
export function readingsOf({ name, isPerson, given }: ReadName): [reading: string, han: string][] {
  const folded = foldText(name);
  const runs: string[] = [];
  scanRuns(folded, (kind, start, end) => {
    if (kind === HAN && end - start > 1) runs.push(folded.slice(start, end));
  });
  const readings = runs.flatMap((han): [string, string][] => {
    const syllables = pinyin(han, {
      toneType: 'none',
      type: 'array',
      ...(isPerson ? { surname: 'head' as const } : {})
    });
    const joined = syllables.join('');
    const initials = syllables.map((syllable) => foldText(syllable.slice(0, 1))).join('');
    return [joined, joined.replaceAll('ü', 'v'), initials].map((reading) => [lettersOf(reading), han]);
  });
  const [first] = runs;
  if (given !== undefined && first !== undefined && runs.length === 1) readings.push([lettersOf(given), first]);
  return readings.filter(([reading]) => /^[a-z]{2,}$/.test(reading));
}

function lettersOf(text: string): string {
  return foldText(text).replaceAll(' ', '');
}
