import { z } from 'zod';
import { code, edtf, ext, field, id, localizedText, ownWords } from './common';

export const source = z
  .strictObject({
    kind: field(
      z.enum(['primary', 'scholarship', 'press', 'reference', 'web']),
      'What sort of source: primary or official, scholarship or memoir, press, reference work, general web page.',
      'scholarship'
    ),
    citation: field(ownWords, 'The source as one would cite it. One language is enough.', {
      'zh-Hans': '任云兰：《海河的整治与近代天津城市环境的重塑》，《福建论坛》，2015年'
    }),
    url: field(z.string(), 'Where it can be read; opened only by a click.', 'https://example.org/article').optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'Where a fact comes from.',
    examples: [{ kind: 'press', citation: { en: 'Tianjin Daily, 2015' } }]
  });
export type Source = z.infer<typeof source>;

export const variant = z
  .strictObject({
    date: field(edtf, 'The date this account gives, EDTF.', '1878-07-24').optional(),
    text: field(localizedText, 'What this account says.', { 'zh-Hans': '7月24日', en: '24 July' }),
    sources: field(z.array(code), 'Sources that say so.', ['S18']).optional()
  })
  .meta({ description: 'One of several accounts that differ.', examples: [{ text: { en: '24 July' } }] });

export const confidence = z.enum(['verified', 'known', 'disputed']);
export type Confidence = z.infer<typeof confidence>;

export const fact = z
  .strictObject({
    date: field(edtf, 'When, in EDTF.', '1878-07?').optional(),
    dateText: field(ownWords, 'The date in the source’s own calendar words.', {
      'zh-Hans': '光绪四年六月'
    }).optional(),
    statement: field(localizedText, 'The claim, in one or two sentences.', {
      'zh-Hans': '海关邮政发行中国第一套邮票，后称“大龙邮票”。',
      en: 'The Customs Post issued China’s first stamps, later called the Large Dragons.'
    }),
    sources: field(z.array(code), 'Codes of the sources, from `sources`.', ['S18', 'S19']),
    confidence: field(
      confidence,
      'verified: seen in a reputable source; known: generally told, to be confirmed; disputed: sources differ.',
      'disputed'
    ),
    variants: field(z.array(variant), 'What the differing accounts say.', [{ text: { en: '24 July' } }]).optional(),
    place: field(id, 'Where it happened: an id from `places`.', 'old-city').optional(),
    people: field(z.array(id), 'Who: ids from `people`.', ['detring']).optional(),
    note: field(z.string(), 'For editors only; never published.', 'Check against the original.').optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'A claim that labels, events and answers can cite.',
    examples: [{ statement: { en: 'The line opened in 1888.' }, sources: ['S25'], confidence: 'verified' }]
  });
export type Fact = z.infer<typeof fact>;

export const person = z
  .strictObject({
    name: field(localizedText, 'Name in each language.', { 'zh-Hans': '德璀琳', en: 'Gustav Detring' }),
    dates: field(edtf, 'Years of life, EDTF.', '1842/1913').optional(),
    ext: ext.optional()
  })
  .meta({ description: 'A person facts and objects can name.', examples: [{ name: { en: 'Robert Hart' } }] });
export type Person = z.infer<typeof person>;

export const place = z
  .strictObject({
    name: field(localizedText, 'Name at the time.', { 'zh-Hans': '紫竹林', en: 'Zizhulin' }),
    modernName: field(localizedText, 'Where that is today.', { 'zh-Hans': '今和平区解放北路一带' }).optional(),
    lat: field(z.number().min(-90).max(90), 'Latitude, degrees, WGS84.', 39.127).optional(),
    lon: field(z.number().min(-180).max(180), 'Longitude, degrees, WGS84.', 117.208).optional(),
    errorM: field(z.number().positive(), 'Estimated error of the position in metres.', 500).optional(),
    ext: ext.optional()
  })
  .meta({ description: 'A place facts, objects and events can name.', examples: [{ name: { en: 'Zizhulin' } }] });
export type Place = z.infer<typeof place>;

export const glossaryTerm = z
  .strictObject({
    term: field(localizedText, 'The term in each language.', {
      'zh-Hans': '海关两',
      en: 'Haikwan tael'
    }),
    pinyin: field(z.string(), 'Reading of the Chinese term.', 'haiguan liang').optional(),
    text: field(localizedText, 'Explanation, a sentence or two.', { en: 'The customs’ unit of account.' }).optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'A word explained.',
    examples: [{ term: { 'zh-Hans': '租界', en: 'concession' }, pinyin: 'zujie' }]
  });
export type GlossaryTerm = z.infer<typeof glossaryTerm>;
