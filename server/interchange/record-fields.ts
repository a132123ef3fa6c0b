import type { CompiledExhibit, CompiledObject } from '../../exhibits/format/compiled';
import { dateWords } from '../../exhibits/format/date-words';
import { ACCESS_NAMES, KIND_NAMES, NATURE_NAMES } from '../../exhibits/format/names';

type Words = Record<'zh-Hans' | 'en', string>;

/** A field of an archival description, with what an object has in it. */
export interface RecordField {
  /** Key of the format. */
  key: string;
  label: Words;
  /** By language; `none` for what has none, such as a code. Languages without a value are left out. */
  values: Record<string, string[]>;
}

/** The fields of an object by their DA/T 18 names, in the order of that standard; a field without a value is there too. */
export function recordFields(exhibit: CompiledExhibit, object: CompiledObject): RecordField[] {
  const { places, people, languages } = exhibit;
  const none = (value: string | undefined): RecordField['values'] => (value ? { none: [value] } : {});
  const named = (entries: (Record<string, string> | undefined)[]): RecordField['values'] => {
    const values: RecordField['values'] = {};
    for (const entry of entries)
      for (const [locale, text] of Object.entries(entry ?? {})) (values[locale] ??= []).push(oneLine(text, locale));
    return values;
  };
  const { date, dateText } = object;
  const spoken = date && Object.fromEntries(languages.map((locale) => [locale, dateWords(date, locale)]));
  const dates = spoken && mapValues(spoken, ({ words, qualifier }) => words + (qualifier ? `（${qualifier}）` : ''));
  const { widthCm, heightCm, depthCm } = object;
  const size = widthCm && heightCm ? `${[widthCm, heightCm, depthCm].filter(Boolean).join(' × ')} cm` : undefined;
  return [
    { key: 'refCode', label: { 'zh-Hans': '档号', en: 'Reference code' }, values: none(object.refCode) },
    { key: 'title', label: { 'zh-Hans': '题名', en: 'Title' }, values: named([object.title]) },
    { key: 'creators', label: { 'zh-Hans': '责任者', en: 'Creator' }, values: named(object.creators ?? []) },
    { key: 'date', label: { 'zh-Hans': '日期', en: 'Date' }, values: named([dates || undefined]) },
    { key: 'edtf', label: { 'zh-Hans': '日期（EDTF）', en: 'Date (EDTF)' }, values: none(date) },
    { key: 'dateText', label: { 'zh-Hans': '原纪年', en: 'Date as written' }, values: named([dateText]) },
    { key: 'holder', label: { 'zh-Hans': '馆藏单位', en: 'Holding institution' }, values: named([object.holder]) },
    { key: 'extent', label: { 'zh-Hans': '载体', en: 'Extent and medium' }, values: named([object.extent]) },
    { key: 'size', label: { 'zh-Hans': '尺寸', en: 'Dimensions' }, values: none(size) },
    {
      key: 'openStatus',
      label: { 'zh-Hans': '开放状态', en: 'Access' },
      values: object.openStatus ? named([ACCESS_NAMES[object.openStatus]]) : {}
    },
    { key: 'kind', label: { 'zh-Hans': '类别', en: 'Kind' }, values: named([KIND_NAMES[object.kind]]) },
    { key: 'nature', label: { 'zh-Hans': '性质', en: 'Nature' }, values: named([NATURE_NAMES[object.nature]]) },
    {
      key: 'natureNote',
      label: { 'zh-Hans': '图像说明', en: 'How the picture was made' },
      values: named([object.natureNote])
    },
    { key: 'generated', label: { 'zh-Hans': '程序生成', en: 'Made by a program' }, values: named([object.generated]) },
    {
      key: 'place',
      label: { 'zh-Hans': '地点', en: 'Place' },
      values: named([object.place ? places[object.place]?.name : undefined])
    },
    {
      key: 'people',
      label: { 'zh-Hans': '人物', en: 'People' },
      values: named((object.people ?? []).map((id) => people[id]?.name))
    },
    { key: 'approvalNo', label: { 'zh-Hans': '审图号', en: 'Map approval number' }, values: none(object.approvalNo) },
    {
      key: 'credit',
      label: { 'zh-Hans': '署名', en: 'Credit' },
      values: named([object.credit ?? exhibit.credit])
    },
    { key: 'rights', label: { 'zh-Hans': '使用许可', en: 'Rights' }, values: none(object.rights ?? exhibit.rights) }
  ];
}

/** A title without the author's line breaks: Han closes up, other scripts keep a space. */
export function oneLine(text: string, locale: string): string {
  return text.replace(/\s*\n\s*/g, locale.startsWith('zh') ? '' : ' ');
}

export function mapValues<From, To>(values: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
