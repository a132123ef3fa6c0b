import { z } from 'zod';
import { ext, field, id, localizedText, title, traditionalWords } from './common';

const GREY_DAY = /^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const day = z
  .strictObject({
    id: field(id, 'Permanent id.', 'archives-day'),
    seal: field(z.string().min(1).max(4), 'Up to four characters for the seal.', '六月九日'),
    title: title({ 'zh-Hans': '国际档案日', en: 'International Archives Day' }),
    text: field(localizedText, 'One sentence.', { en: 'In 1948 …' }),
    month: field(z.int().min(1).max(12), 'Month of the day.', 6),
    day: field(z.int().min(1).max(31), 'Day of the month.', 9),
    showFrom: field(z.string().regex(/^\d\d-\d\d$/), 'Shown large from this day (MM-DD).', '06-01').optional(),
    showTo: field(z.string().regex(/^\d\d-\d\d$/), 'Shown large until this day (MM-DD).', '06-09').optional(),
    sources: field(z.array(localizedText), 'Where the sentence comes from.', [{ en: 'ICA' }]).optional()
  })
  .meta({ description: 'A day the house keeps.', examples: [{ id: 'archives-day', month: 6, day: 9 }] });

/** `exhibits/home.json`: the house. A key left out hides its place on the page. */
export const home = z
  .strictObject({
    $schema: field(z.string(), 'The JSON Schema an editor completes from.', './format/home.schema.json').optional(),
    name: field(localizedText, 'Name of the house’s online exhibitions.', { 'zh-Hans': '兰台', en: 'Lantai' }),
    holder: field(localizedText, 'The institution.', { 'zh-Hans': '示例市档案馆', en: 'Sample Municipal Archives' }),
    tagline: field(localizedText, 'A few words after the holder.', {
      'zh-Hans': '网上展厅',
      en: 'Online galleries'
    }).optional(),
    traditional: field(
      traditionalWords,
      'Words whose traditional characters the conversion from zh-Hans gets wrong, with what they are.',
      { 兰台: '蘭臺' }
    ).optional(),
    isDemonstration: field(z.boolean(), 'True marks holder and filings as samples (示例).', true).optional(),
    exhibits: field(z.array(id).min(1), 'Exhibits in the order of the home page; the first leads.', ['northern-port']),
    notice: field(localizedText, 'What every visitor must be told.', { en: 'Every picture was drawn.' }).optional(),
    contact: field(
      z.strictObject({
        post: field(localizedText, 'Postal address.', { 'zh-Hans': '……' }).optional(),
        telephone: field(z.string(), 'Telephone.', '022-00000000').optional(),
        mail: field(z.email(), 'Mail address for corrections and additions.', 'archives@example.org').optional()
      }),
      'How to reach the house.',
      { mail: 'archives@example.org' }
    ).optional(),
    filings: field(
      z.array(
        z.strictObject({
          title: title({ 'zh-Hans': 'ICP备案号', en: 'ICP filing' }),
          number: field(z.string(), 'The number; never an invented one.', '津ICP备00000000号').optional(),
          url: field(z.string(), 'Where it can be checked.', 'https://beian.miit.gov.cn').optional()
        })
      ),
      'Filings the law asks a site to show.',
      [{ title: { 'zh-Hans': 'ICP备案号' } }]
    ).optional(),
    queryService: field(
      z.string(),
      'Address of the archive’s query service; opened only by a click.',
      'https://example.org/query'
    ).optional(),
    days: field(z.array(day), 'Days the house keeps.', [{ id: 'archives-day' }]).optional(),
    corrections: field(
      z.strictObject({
        asOf: field(z.iso.date(), 'The day of these numbers.', '2026-10-31'),
        received: field(z.int().min(0), 'Corrections and hints that came in.', 27),
        changed: field(z.int().min(0), 'Of these: changed in an exhibit.', 12),
        checking: field(z.int().min(0), 'Of these: still being checked.', 9),
        declined: field(z.int().min(0), 'Of these: left as it was, with the reason given.', 6),
        address: field(
          z.url({ protocol: /^https?$/ }),
          'Page that tells each.',
          'https://example.org/corrections'
        ).optional()
      }),
      'What visitors pointed out and what became of it, as the public report tells it (您指出，我们改了).',
      { asOf: '2026-10-31', received: 27, changed: 12, checking: 9, declined: 6 }
    ).optional(),
    greyDays: field(
      z.union([z.literal('now'), z.array(z.string().regex(GREY_DAY))]),
      'Days on which the whole site is shown in grey, as for national mourning: a day of every year (MM-DD) or of one (YYYY-MM-DD); or “now”, until it is taken out.',
      ['12-13']
    ).optional(),
    ext: ext.optional()
  })
  .meta({ id: 'Home', title: 'Lantai house', description: 'The house: names, exhibits, contact, filings and days.' });
export type Home = z.infer<typeof home>;
