import { describe, expect, it } from 'vitest';
import type { CompiledObject } from '../../../../../exhibits/format/compiled';
import type { WrittenLocale } from '../../../../../server/contract/pages';
import { apa, apaDate } from '../../../../../web/components/citation/apa';
import { bibtex, escapeTex } from '../../../../../web/components/citation/bibtex';
import { citedRecord, type Citation, type CitedRecord } from '../../../../../web/components/citation/cited-record';
import { gbt7714 } from '../../../../../web/components/citation/gbt7714';
import { messagesOf } from '../../../../../web/i18n/messages';
import { createTranslator } from '../../../../../web/i18n/translator';
import { SAMPLE_ENTRY, sampleExhibit, sampleRequest } from '../../sample';

const exhibit = sampleExhibit();
const stamps = exhibit.objects['stamps'];
if (!stamps) throw new Error('The sample has no stamps.');

const LETTER: Partial<CompiledObject> = {
  kind: 'document',
  nature: 'original',
  title: { 'zh-Hans': '致李某信', en: 'Letter to Mr Li' },
  refCode: 'J0128-2-000001',
  holder: { 'zh-Hans': '示例市档案馆', en: 'Sample Municipal Archives' },
  creators: [{ 'zh-Hans': '薛柱斗', en: 'Xue Zhudou' }],
  date: '1892~',
  facts: []
};

async function record(locale: WrittenLocale, changes: Partial<CompiledObject> = {}): Promise<CitedRecord> {
  const object = { ...stamps, ...changes } as CompiledObject;
  const t = await createTranslator(locale, messagesOf(locale));
  const model = { page: 'object', exhibit, entry: SAMPLE_ENTRY, object: 'stamps', today: '2026-11-24' } as const;
  const request = sampleRequest(model, { locale, publicUrl: 'https://a.example' });
  return citedRecord({ request, t }, exhibit, 'stamps', object, '/exhibits/port/objects/stamps', '2026-11-24');
}
const written = ({ address }: CitedRecord, { before, after }: Citation) => before + address + after;

async function cite(
  style: (record: CitedRecord) => Citation,
  locale: WrittenLocale,
  changes?: Partial<CompiledObject>
) {
  const cited = await record(locale, changes);
  return written(cited, style(cited));
}

describe('GB/T 7714', () => {
  it('names the house as maker of a sketch and says that accounts of its date differ', async () => {
    expect(await cite(gbt7714, 'zh-Hans')).toBe(
      '兰台. 大龙邮票（示意，1878年7月前后；两种说法）[EB/OL]//北方港口. 示例市档案馆[2026-11-24]. https://a.example/exhibits/port/objects/stamps.'
    );
    expect(await cite(gbt7714, 'en')).toBe(
      'Lantai. Large Dragons (Sketch, July 1878, or thereabouts; 2 accounts)[EB/OL]//The Northern Port. Sample Municipal Archives[2026-11-24]. https://a.example/en/exhibits/port/objects/stamps.'
    );
  });
  it('names the maker of an original, where it is kept and about when it was made', async () => {
    expect(await cite(gbt7714, 'zh-Hans', LETTER)).toBe(
      '薛柱斗. 致李某信（原件，约1892年）[A/OL]. 示例市档案馆, J0128-2-000001//北方港口. 示例市档案馆[2026-11-24]. https://a.example/exhibits/port/objects/stamps.'
    );
  });
  it('begins with the title where nobody is known to have made the record', async () => {
    const changes = { nature: 'transcription', creators: [], date: undefined } as unknown as Partial<CompiledObject>;
    expect(await cite(gbt7714, 'zh-Hans', changes)).toMatch(/^大龙邮票（转录）\[EB\/OL\]/);
  });
  it('says once that something is a sketch where its title says so too', async () => {
    const title = { 'zh-Hans': '大沽船坞（示意）', en: 'Dagu Dock (Schematic)' };
    expect(await cite(gbt7714, 'zh-Hans', { title })).toMatch(/^兰台\. 大沽船坞（示意，/);
    expect(await cite(gbt7714, 'en', { title })).toMatch(/^Lantai\. Dagu Dock \(Sketch, /);
  });
  it('gives a map the mark of maps', async () => {
    expect(await cite(gbt7714, 'zh-Hans', { kind: 'map' })).toContain('[CM/OL]');
  });
});

describe('APA', () => {
  it('leaves a sketch undated, because the date is that of what it shows', async () => {
    expect(await cite(apa, 'en')).toBe(
      'Lantai. (n.d.). Large Dragons [Sketch, July 1878, or thereabouts; 2 accounts]. In The Northern Port. Sample Municipal Archives. Retrieved November 24, 2026, from https://a.example/en/exhibits/port/objects/stamps'
    );
  });
  it('dates an original and names its reference code and holder', async () => {
    expect(await cite(apa, 'en', LETTER)).toBe(
      'Xue Zhudou. (ca. 1892). Letter to Mr Li (J0128-2-000001) [Original, about 1892]. Sample Municipal Archives. In The Northern Port. Sample Municipal Archives. Retrieved November 24, 2026, from https://a.example/en/exhibits/port/objects/stamps'
    );
  });
  it('puts the title first without an author and keeps Chinese words on a Chinese page', async () => {
    expect(await cite(apa, 'zh-Hans', { ...LETTER, creators: [] })).toMatch(
      /^致李某信 \(J0128-2-000001\) \[原件，约1892年\]\. \(ca\. 1892\)\. 示例市档案馆\. In 北方港口\./
    );
  });
  it('joins the last author with an ampersand', async () => {
    const creators = [{ en: 'Yixin' }, { en: 'Elgin' }, { en: 'Wade' }];
    expect(await cite(apa, 'en', { ...LETTER, creators })).toMatch(/^Yixin, Elgin, & Wade\. /);
  });
  it.each([
    ['1878-06-27', '1878, June 27'],
    ['1878-07?', '1878, July?'],
    ['1892~', 'ca. 1892'],
    ['1860/1902', '1860–1902'],
    ['no date', 'no date']
  ])('writes %s as %s', (edtf, said) => expect(apaDate(edtf)).toBe(said));
  it.each(['[1400,1402,1404]', '1860/..', '18XX', '-0100'])('says %s in words, not in EDTF', (edtf) => {
    expect(apaDate(edtf)).not.toBe(edtf);
    expect(apaDate(edtf)).not.toContain('undefined');
  });
});

describe('BibTeX', () => {
  it('is one entry whose braces close', async () => {
    const entry = await cite(bibtex, 'en', LETTER);
    expect(entry).toBe(
      [
        '@misc{port-stamps,',
        '  author       = {{Xue Zhudou}},',
        '  title        = {{Letter to Mr Li}},',
        '  year         = {ca. 1892},',
        '  howpublished = {The Northern Port. Sample Municipal Archives},',
        '  note         = {Original, about 1892. Sample Municipal Archives, J0128-2-000001},',
        '  url          = {https://a.example/en/exhibits/port/objects/stamps},',
        '  urldate      = {2026-11-24}',
        '}'
      ].join('\n')
    );
  });
  it('has no author and no year where none is known', async () => {
    const unknown = { ...LETTER, creators: [], date: undefined } as unknown as Partial<CompiledObject>;
    expect(await cite(bibtex, 'en', unknown)).not.toMatch(/author|year/);
  });
  it('keeps hostile titles from closing a field', async () => {
    const entry = await cite(bibtex, 'en', { ...LETTER, title: { en: '100% of {A & B}, #1_$ ~^\\ }' } });
    expect(entry).toContain(
      '{{100\\% of \\textbraceleft{}A \\& B\\textbraceright{}, \\#1\\_\\$ \\textasciitilde{}\\textasciicircum{}\\textbackslash{} \\textbraceright{}}}'
    );
    const depths = [...entry].reduce<number[]>(
      (so, c) => [...so, (so.at(-1) ?? 0) + (c === '{' ? 1 : c === '}' ? -1 : 0)],
      []
    );
    expect([Math.min(...depths), depths.at(-1)]).toEqual([0, 0]);
  });
  it('gives a month by the name BibTeX knows', async () => {
    expect(await cite(bibtex, 'en', { ...LETTER, date: '1878-07' })).toContain('month        = jul,');
    expect(await cite(bibtex, 'en', { ...LETTER, date: '1860/1902' })).toContain('{1860--1902}');
  });
  it('leaves plain text as it is', () => expect(escapeTex('档案 “x”')).toBe('档案 “x”'));
});
