import { describe, expect, it } from 'vitest';
import { exhibit as schema } from '../../../../exhibits/format/exhibit';
import { traditionalExhibit, traditionalHome, traditionalMedia } from '../../../../server/exhibits/traditional-exhibit';

const exhibit = schema.parse({
  formatVersion: '1.0',
  id: 'port',
  title: { 'zh-Hans': '北方航运', en: 'Northern shipping' },
  languages: ['zh-Hans', 'en'],
  traditional: { 范旭东: '范旭東' },
  facts: { 'F-1': { statement: { 'zh-Hans': '范旭东办厂。' }, sources: [], confidence: 'known' } },
  objects: {
    letter: {
      kind: 'document',
      title: { en: 'A letter', 'zh-Hans': '书信' },
      nature: 'transcription',
      transcript: { 'zh-Hans': '东门外' },
      readings: { punctuated: { 'zh-Hans': '东门外。' }, modern: { 'zh-Hans': '在东门外。' } },
      typeset: { direction: 'vertical', paper: 'plain', heading: { 'zh-Hans': '书' } }
    }
  },
  sections: [
    {
      id: 'a',
      seal: '机',
      title: { 'zh-Hans': '机器', 'zh-Hant': '機器局' },
      text: { 'zh-Hans': '从[信](object:letter)起[^F-1]' }
    }
  ],
  tours: [
    {
      id: 't',
      audience: 'pupils',
      title: { 'zh-Hans': '导览' },
      languages: ['zh-Hans'],
      stops: [{ id: 's', at: 'object:letter', text: { 'zh-Hans': '站' } }]
    }
  ],
  ext: { 'zh-Hans': '随便' }
});

describe('an exhibit for readers of traditional characters', () => {
  const traditional = traditionalExhibit(exhibit);

  it('has every text in zh-Hant in place of zh-Hans, with the exhibit’s exceptions', () => {
    expect(traditional.title).toEqual({ 'zh-Hant': '北方航運', en: 'Northern shipping' });
    expect(traditional.facts?.['F-1']?.statement).toEqual({ 'zh-Hant': '范旭東辦廠。' });
    expect(Object.keys(traditional.objects?.letter?.title ?? {})).toEqual(['en', 'zh-Hant']);
    expect(traditional.sections?.[0]).toMatchObject({
      seal: '機',
      text: { 'zh-Hant': '從[信](object:letter)起[^F-1]' }
    });
    expect(traditional.languages).toEqual(['zh-Hant', 'en']);
    expect(traditional.tours?.[0]?.languages).toEqual(['zh-Hant']);
  });

  it('keeps what its author wrote in traditional characters', () => {
    expect(traditional.sections?.[0]?.title).toEqual({ 'zh-Hant': '機器局' });
  });

  it('leaves a transcription as it stands in the picture beside it, and converts its modern words', () => {
    const letter = traditional.objects?.letter;
    expect(letter?.transcript).toEqual({ 'zh-Hans': '东门外' });
    expect(letter?.readings).toEqual({ punctuated: { 'zh-Hans': '东门外。' }, modern: { 'zh-Hant': '在東門外。' } });
    expect(letter?.typeset?.heading).toEqual({ 'zh-Hans': '书' });
  });

  it('leaves the exhibit it was made from, and free notes, alone', () => {
    expect(exhibit.title['zh-Hans']).toBe('北方航运');
    expect(traditional.ext).toEqual({ 'zh-Hans': '随便' });
  });

  it('is the same exhibit where there is no Chinese', () => {
    const english = { ...exhibit, languages: ['en'] };
    expect(traditionalExhibit(english)).toBe(english);
  });

  it('has its tables converted, heads and cells', () => {
    const table = { columns: [{ field: 'year', title: { 'zh-Hans': '年份' } }], rows: [['两岸', 1, null]] };
    const media = { letter: { table } } as never;
    expect(traditionalMedia(media, undefined)).toEqual({
      letter: { table: { columns: [{ field: 'year', title: { 'zh-Hant': '年份' } }], rows: [['兩岸', 1, null]] } }
    });
  });
});

describe('the house for readers of traditional characters', () => {
  it('has its names and seals converted, with its own exceptions', () => {
    const home = traditionalHome({
      name: { 'zh-Hans': '兰台', en: 'Lantai' },
      holder: { 'zh-Hans': '档案馆' },
      exhibits: ['port'],
      traditional: { 兰台: '蘭台' },
      days: [{ id: 'day', seal: '纪念', title: { 'zh-Hans': '纪念日' }, text: { en: 'A day' }, month: 6, day: 9 }]
    });
    expect(home.name).toEqual({ 'zh-Hant': '蘭台', en: 'Lantai' });
    expect(home.days?.[0]).toMatchObject({ seal: '紀念', title: { 'zh-Hant': '紀念日' } });
  });
});
