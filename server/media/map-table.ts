import type { DataTable } from '../../exhibits/format/compiled';
import { readMapData } from './map-data';

/** Headings by language; what else a map is written in stands under its tag. */
const NAMES: Record<string, Record<string, string>> = {
  'zh-Hans': { 'zh-Hans': '图上名称', en: 'Name (Chinese)' },
  en: { 'zh-Hans': '图上名称（英文）', en: 'Name on the map' }
};
const MODERN = { 'zh-Hans': '今名', en: 'Name today' };
const ERROR = { 'zh-Hans': '误差（米）', en: 'Error (m)' };

/**
 * What a map says, as rows for those who do not see it: every named thing in the languages of its names, its name today
 * and how far its position may be out. Null where nothing is named or the map cannot be read.
 */
export function mapTable(collection: unknown): DataTable | null {
  const read = readMapData(collection);
  if (!read.ok) return null;
  const named = read.data.features.map(({ properties }) => properties).filter(({ name }) => name !== undefined);
  if (named.length === 0) return null;
  const languages = [...new Set(named.flatMap(({ name }) => Object.keys(name ?? {})))];
  const columns = [
    ...languages.map((language) => ({ field: `name.${language}`, title: NAMES[language] ?? { en: language } })),
    { field: 'modernName', title: MODERN },
    { field: 'errorM', title: ERROR }
  ];
  const rows = named.map(({ name, modernName, errorM }) => [
    ...languages.map((language) => oneLine(name?.[language])),
    modernName ? [...new Set(Object.values(modernName))].map(oneLine).join(' · ') : null,
    errorM ?? null
  ]);
  // A column in which nothing stands says nothing.
  const isUsed = columns.map((_, place) => rows.some((row) => row[place] !== null));
  return {
    columns: columns.filter((_, place) => isUsed[place]),
    rows: rows.map((row) => row.filter((_, place) => isUsed[place]))
  };
}

function oneLine(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/\s*\n\s*/g, ' ');
}
