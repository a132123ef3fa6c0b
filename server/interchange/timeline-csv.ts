import type { CompiledEvent, CompiledExhibit } from '../../exhibits/format/compiled';
import { plainText } from '../../exhibits/format/markdown';
import { csvOf } from './csv';
import { oneLine } from './record-fields';
import { spokenDate } from './timeline-entries';

interface Column {
  name: string;
  read(event: CompiledEvent): string;
}

/** The timeline as a table: a row an event, in order of time; what is said in words has a column for each language. */
export function timelineCsv(exhibit: CompiledExhibit): string {
  const columns = columnsOf(exhibit);
  return csvOf([
    columns.map(({ name }) => name),
    ...exhibit.timeline.events.map((event) => columns.map(({ read }) => read(event)))
  ]);
}

function columnsOf(exhibit: CompiledExhibit): Column[] {
  const { languages, timeline, facts, people, places } = exhibit;
  const inEach = (name: string, read: (event: CompiledEvent, locale: string) => string | undefined): Column[] =>
    languages.map((locale) => ({
      name: `${name} (${locale})`,
      read: (event) => oneLine(read(event, locale) ?? '', locale)
    }));
  const laneOf = ({ lane }: CompiledEvent) => timeline.lanes?.find(({ id }) => id === lane);
  const eraOf = ({ derived }: CompiledEvent) => timeline.eras.find(({ id }) => id === derived.era);
  const factsOf = (event: CompiledEvent) => event.facts.flatMap((code) => facts[code] ?? []);
  return [
    { name: 'id', read: ({ id }) => id },
    { name: '日期（EDTF） Date (EDTF)', read: ({ date }) => date },
    { name: '最早 Earliest', read: ({ derived }) => derived.bounds[0] ?? '' },
    { name: '最晚 Latest', read: ({ derived }) => derived.bounds[1] ?? '' },
    ...inEach('日期 Date', ({ date }, locale) => spokenDate(date, locale)),
    ...inEach('原纪年 Date as written', ({ dateText }, locale) => dateText?.[locale]),
    ...inEach('题名 Title', ({ title }, locale) => title[locale]),
    ...inEach('正文 Text', ({ derived }, locale) => derived.tree?.[locale] && plainText(derived.tree[locale])),
    ...inEach('行 Row', (event, locale) => laneOf(event)?.title[locale]),
    ...inEach('时期 Era', (event, locale) => eraOf(event)?.title[locale]),
    ...inEach('地点 Place', ({ place }, locale) => (place === undefined ? '' : places[place]?.name[locale])),
    ...inEach('人物 People', (event, locale) =>
      (event.people ?? []).flatMap((id) => people[id]?.name[locale] ?? []).join('; ')
    ),
    { name: '展品 Object', read: ({ object }) => object ?? '' },
    { name: '章节 Section', read: ({ section }) => section ?? '' },
    { name: '事实 Facts', read: (event) => event.facts.join('; ') },
    {
      name: '可信度 Confidence',
      read: (event) => [...new Set(factsOf(event).map(({ confidence }) => confidence))].join('; ')
    },
    { name: '来源 Sources', read: (event) => [...new Set(factsOf(event).flatMap(({ sources }) => sources))].join('; ') }
  ];
}
