import type { Nature } from './common';
import type { ObjectKind } from './objects';

type Names<Key extends string> = Record<Key, Record<'zh-Hans' | 'en', string>>;

/** How an object was made (DA/T 34), as labels, records and conversions say it. */
export const NATURE_NAMES: Names<Nature> = {
  original: { 'zh-Hans': '原件', en: 'Original' },
  copy: { 'zh-Hans': '复制件', en: 'Copy' },
  replica: { 'zh-Hans': '仿制件', en: 'Replica' },
  reconstruction: { 'zh-Hans': '数字复原', en: 'Digital reconstruction' },
  sketch: { 'zh-Hans': '示意', en: 'Sketch' },
  transcription: { 'zh-Hans': '转录', en: 'Transcription' }
};

/** What kind of object it is, of one object. */
export const KIND_NAMES: Names<ObjectKind> = {
  document: { 'zh-Hans': '文献', en: 'Document' },
  image: { 'zh-Hans': '图像', en: 'Image' },
  drawing: { 'zh-Hans': '绘图', en: 'Drawing' },
  chart: { 'zh-Hans': '图表', en: 'Chart' },
  map: { 'zh-Hans': '地图', en: 'Map' },
  model: { 'zh-Hans': '模型', en: 'Model' },
  audio: { 'zh-Hans': '声音', en: 'Sound' },
  video: { 'zh-Hans': '影像', en: 'Film' }
};

/** Whether the record may be used (DA/T 18). */
export const ACCESS_NAMES: Names<'open' | 'restricted' | 'closed'> = {
  open: { 'zh-Hans': '开放', en: 'Open' },
  restricted: { 'zh-Hans': '控制使用', en: 'Restricted' },
  closed: { 'zh-Hans': '未开放', en: 'Closed' }
};

/** The names in one language under keys that begin alike: `nature_copy`. */
export function namesIn<Prefix extends string, Key extends string>(
  prefix: Prefix,
  names: Names<Key>,
  locale: 'zh-Hans' | 'en'
): Record<`${Prefix}_${Key}`, string> {
  const entries = Object.entries<Record<'zh-Hans' | 'en', string>>(names);
  return Object.fromEntries(entries.map(([key, name]) => [`${prefix}_${key}`, name[locale]])) as Record<
    `${Prefix}_${Key}`,
    string
  >;
}
