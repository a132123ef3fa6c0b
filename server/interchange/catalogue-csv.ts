import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { csvOf } from './csv';
import { recordFields, type RecordField } from './record-fields';

/**
 * The catalogue as a table: a row an object, a column a field of its description, one for each language where it has
 * words.
 */
export function catalogueCsv(exhibit: CompiledExhibit): string {
  const objects = Object.entries(exhibit.objects).map(([id, object]) => ({
    id,
    fields: recordFields(exhibit, object)
  }));
  const columns = columnsOf(
    exhibit,
    objects.map(({ fields }) => fields)
  );
  const header = ['id', ...columns.map(({ name }) => name)];
  const rows = objects.map(({ id, fields }) => [id, ...columns.map(({ read }) => read(fields))]);
  return csvOf([header, ...rows]);
}

interface Column {
  name: string;
  read(fields: RecordField[]): string;
}

/** Every field that DA/T 18 or the format knows has its column, whether any object fills it or not. */
function columnsOf(exhibit: CompiledExhibit, all: RecordField[][]): Column[] {
  const [first = []] = all;
  return first.flatMap(({ key, label }) => {
    const name = `${label['zh-Hans']} ${label.en}`;
    const column = (locale: string, heading: string): Column => ({
      name: heading,
      read: (fields) => (fields.find((field) => field.key === key)?.values[locale] ?? []).join('; ')
    });
    if (LANGUAGELESS.has(key)) return [column('none', name)];
    return exhibit.languages.map((locale) => column(locale, `${name} (${locale})`));
  });
}

const LANGUAGELESS = new Set(['refCode', 'edtf', 'size', 'approvalNo', 'rights']);
