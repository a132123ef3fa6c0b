import { z } from 'zod';
import {
  edtf,
  ext,
  factCodes,
  field,
  id,
  locale,
  localizedText,
  markdownText,
  nature,
  ownWords,
  title
} from './common';

export const objectKind = z.enum(['document', 'image', 'drawing', 'chart', 'map', 'model', 'audio', 'video']);
export type ObjectKind = z.infer<typeof objectKind>;

export const media = z
  .strictObject({
    file: field(z.string().min(1), 'File name inside the exhibit’s `media` folder.', 'large-dragon.svg'),
    page: field(z.int().positive(), 'Page number, from 1, where an object has several scans.', 1).optional(),
    role: field(
      z.enum(['picture', 'spec', 'model', 'track', 'captions']),
      'picture: to be shown; spec: a chart’s Vega-Lite or a map’s GeoJSON; model: GLB; track: sound or film; captions: WebVTT.',
      'picture'
    ),
    fromLine: field(
      z.int().positive(),
      'First line of the transcript that stands on this page, from 1; without it all of it stands beside every page.',
      5
    ).optional(),
    language: field(
      locale,
      'Language of captions; the exhibit’s first where it is left out. The first captions are of what is spoken.',
      'zh-Hans'
    ).optional()
  })
  .meta({ description: 'One file of an object.', examples: [{ file: 'large-dragon.svg', role: 'picture' }] });
export type Media = z.infer<typeof media>;

export const region = z
  .strictObject({
    id: field(id, 'Id of the region, unique within its object.', 'inscription'),
    xywh: field(
      z.tuple([z.number(), z.number(), z.number(), z.number()]),
      'Left, top, width, height in per cent of the picture.',
      [40, 5, 20, 10]
    ),
    title: title({ 'zh-Hans': '铭文', en: 'Inscription' }),
    text: field(localizedText, 'What to see there.', { en: 'The name of the post.' }).optional(),
    page: field(z.int().positive(), 'Page it is on, where there are several; the first otherwise.', 2).optional(),
    line: field(z.int().positive(), 'Line of the transcript that is written there, from 1.', 3).optional()
  })
  .meta({
    description: 'A part of the picture worth pointing at.',
    examples: [{ id: 'seal', xywh: [10, 10, 20, 20] }]
  });
export type Region = z.infer<typeof region>;

/** How a transcription is set as a picture when a document has no scan. */
export const typeset = z
  .strictObject({
    direction: field(z.enum(['vertical', 'horizontal']), 'Vertical columns from the right, or lines.', 'vertical'),
    paper: field(z.enum(['red-ruled', 'plain']), 'Red-ruled letter paper, or plain paper.', 'red-ruled'),
    heading: field(ownWords, 'Heading set larger, in the document’s language.', {
      'zh-Hans': '天津卫志'
    }).optional(),
    attribution: field(ownWords, 'Small closing line: who wrote it, where it is quoted from.', {
      'zh-Hans': '张焘《津门杂记》，一八八四年'
    }).optional(),
    lineLength: field(z.int().min(4).max(40), 'Characters in a column or line.', 10).optional()
  })
  .meta({ description: 'Typesetting of the transcript.', examples: [{ direction: 'vertical', paper: 'red-ruled' }] });
export type Typeset = z.infer<typeof typeset>;

export const tableColumn = z
  .strictObject({
    field: field(z.string().min(1), 'Field of the chart’s inline data.', 'mu'),
    title: title({ 'zh-Hans': '面积（亩）', en: 'Area (mu)' })
  })
  .meta({ description: 'A column of the table behind a chart.', examples: [{ field: 'year', title: { en: 'Year' } }] });
export type TableColumn = z.infer<typeof tableColumn>;

const sizeCm = (what: string, example: number) =>
  field(z.number().positive().max(10000), `Real ${what} in centimetres.`, example);

export const object = z
  .strictObject({
    kind: field(objectKind, 'What sort of record it is.', 'drawing'),
    title: title({ 'zh-Hans': '大龙邮票三枚', en: 'The three Large Dragons' }),
    refCode: field(z.string(), '档号: reference code in the holding archive.', 'J0128-2-000001').optional(),
    creators: field(z.array(localizedText), '责任者: who made it.', [{ 'zh-Hans': '上海海关造册处承印' }]).optional(),
    date: field(edtf, '日期: when it was made, EDTF.', '1878-07?').optional(),
    dateText: field(ownWords, 'The date in the source’s own calendar words.', {
      'zh-Hans': '光绪四年六月'
    }).optional(),
    holder: field(localizedText, '馆藏单位: who keeps it.', {
      'zh-Hans': '本展绘制，无原件',
      en: 'Drawn for this exhibition; no original'
    }).optional(),
    extent: field(localizedText, '载体: extent and medium.', {
      en: 'Paper, letterpress; design 22.5 × 25.5 mm'
    }).optional(),
    openStatus: field(z.enum(['open', 'restricted', 'closed']), '开放状态: may it be consulted.', 'open').optional(),
    classification: field(z.string(), '密级: empty or 已解密, else publishing is refused.', '已解密').optional(),
    disclosure: field(
      z.strictObject({
        basis: field(z.string(), 'Ground for opening.', '《档案法》').optional(),
        number: field(z.string(), 'Number of the decision.', '2021-3').optional(),
        date: field(edtf, 'Date of the decision.', '2021-06-09').optional(),
        by: field(z.string(), 'Who decided.', '馆务会').optional()
      }),
      'Decision by which the record was opened.',
      { date: '2021-06-09' }
    ).optional(),
    nature: field(
      nature,
      'What the visitor sees: original, copy, replica, reconstruction, sketch or transcription.',
      'sketch'
    ),
    natureNote: field(localizedText, 'How the picture was made, in a few words.', {
      'zh-Hans': '据文字资料绘制，龙纹非原票图样',
      en: 'Drawn from written sources; the dragon is not that of the stamp'
    }).optional(),
    generated: field(localizedText, 'What a program made, where one did.', {
      en: 'Chart drawn by a program from the table.'
    }).optional(),
    widthCm: sizeCm('width', 2.25).optional(),
    heightCm: sizeCm('height', 2.55).optional(),
    depthCm: sizeCm('depth', 10).optional(),
    hangWidthCm: field(
      z.number().min(5).max(1200),
      'Width on the wall, in centimetres, of a work without a real size.',
      90
    ).optional(),
    rights: field(
      z.string(),
      'Licence: a Creative Commons or rightsstatements.org address.',
      'https://creativecommons.org/licenses/by/4.0/'
    ).optional(),
    credit: field(localizedText, 'Credit line to show.', { en: 'Drawn for Lantai' }).optional(),
    approvalNo: field(z.string(), '审图号, where the law asks for one.', 'GS(2024)0000号').optional(),
    media: field(z.array(media), 'Files of the object.', [{ file: 'large-dragon.svg', role: 'picture' }]).optional(),
    typeset: typeset.optional(),
    table: field(z.array(tableColumn), 'Columns of the table behind a chart, in order.', [
      { field: 'mu', title: { 'zh-Hans': '面积（亩）', en: 'Area (mu)' } }
    ]).optional(),
    alt: field(localizedText, 'What one sees, for those who do not see it; not the title again.', {
      en: 'Three stamps side by side, green, red and orange, a dragon in the middle of each.'
    }).optional(),
    label: field(localizedText, 'Short text of the wall label (zh ≤ 120 characters, en ≤ 80 words).', {
      en: 'China’s first stamps.'
    }).optional(),
    description: field(markdownText, 'What it is and why it matters; Markdown subset.', {
      en: 'Three values … [^A-049]'
    }).optional(),
    transcript: field(ownWords, 'The words of the document, in its own language and in translation.', {
      'zh-Hans': '行辕正午一刻'
    }).optional(),
    readings: field(
      z.strictObject({
        punctuated: field(ownWords, '标点: the words with punctuation added, line by line as the transcript.', {
          'zh-Hans': '窃惟测试之道，贵在逐字。'
        }).optional(),
        modern: field(ownWords, '今译: in modern words, line by line as the transcript; other languages are welcome.', {
          'zh-Hans': '我想，测试重在逐字核对。'
        }).optional()
      }),
      'Other readings of the transcript, which itself is as written.',
      { punctuated: { 'zh-Hans': '行辕，正午一刻。' } }
    ).optional(),
    regions: field(z.array(region), 'Parts of the picture worth pointing at.', [
      { id: 'inscription', xywh: [40, 5, 20, 10], title: { en: 'Inscription' } }
    ]).optional(),
    facts: factCodes.optional(),
    place: field(id, 'Where: an id from `places`.', 'zizhulin').optional(),
    people: field(z.array(id), 'Who: ids from `people`.', ['detring']).optional(),
    ext: ext.optional()
  })
  .meta({
    description: 'An archival record in the exhibit; declared once, placed many times.',
    examples: [{ kind: 'drawing', nature: 'sketch' }]
  });
export type ExhibitObject = z.infer<typeof object>;
