import type { Finding } from '../../exhibits/format/findings';
import { entriesOf, get, isDictionary, itemsOf } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';

/** A finding at a path of the file itself; the caller adds where the exhibit names it. */
export type SpecFinding = Omit<Finding, 'path'> & { at: Path };

const COMPOSITIONS = ['mark', 'layer', 'hconcat', 'vconcat', 'concat', 'facet', 'repeat', 'spec'];

/** `chart-loads-data`, `chart-invalid`: a Vega-Lite spec with its data inside, which loads nothing and runs no signals. */
export function checkChart(spec: unknown, object: unknown): SpecFinding[] {
  if (!isDictionary(spec) || COMPOSITIONS.every((key) => spec[key] === undefined)) return [noChart()];
  const findings: SpecFinding[] = [];
  const fields = new Set<string>();
  let hasValues = false;
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => walk(item, [...path, index]));
      return;
    }
    for (const [key, child] of entriesOf(value)) {
      const at = [...path, key];
      if (key === 'values' && path.at(-1) === 'data') {
        hasValues ||= itemsOf(child).length > 0;
        for (const row of itemsOf(child)) for (const [field] of entriesOf(row)) fields.add(field);
      } else if (key === 'url' || key === 'href') {
        findings.push(loads(at, key));
      } else if (key === 'signals' || key === 'signal') {
        findings.push(runs(at, key));
      } else {
        walk(child, at);
      }
    }
  };
  walk(spec, []);
  // Datasets named once and used by several layers count as data of their own.
  for (const [, rows] of entriesOf(spec.datasets)) {
    hasValues ||= itemsOf(rows).length > 0;
    for (const row of itemsOf(rows)) for (const [field] of entriesOf(row)) fields.add(field);
  }
  if (!hasValues && findings.length === 0) findings.push(noData());
  if (hasValues) findings.push(...unknownColumns(object, fields));
  return findings;
}

function noChart(): SpecFinding {
  return {
    code: 'chart-invalid',
    at: [],
    message: {
      en: `The file is no Vega-Lite chart; it has none of ${COMPOSITIONS.join(', ')}.`,
      zh: `文件不是Vega-Lite图表，没有${COMPOSITIONS.join('、')}之一。`
    },
    remedy: { en: 'Write a Vega-Lite spec.', zh: '请写Vega-Lite图表定义。' }
  };
}

function noData(): SpecFinding {
  return {
    code: 'chart-invalid',
    at: [],
    message: { en: 'The chart has no data.', zh: '图表里没有数据。' },
    remedy: { en: 'Put the rows under “data”: {"values": [ … ]}.', zh: '请把数据写在“data”: {"values": [ …… ]}里。' }
  };
}

function loads(at: Path, key: string): SpecFinding {
  return {
    code: 'chart-loads-data',
    at,
    message: {
      en: `“${key}” would load something from elsewhere; a chart carries its data.`,
      zh: `“${key}”会从别处加载；图表应自带数据。`
    },
    remedy: { en: 'Put the rows under “data”: {"values": [ … ]}.', zh: '请把数据写在“data”: {"values": [ …… ]}里。' }
  };
}

function runs(at: Path, key: string): SpecFinding {
  return {
    code: 'chart-invalid',
    at,
    message: {
      en: `“${key}” belongs to Vega, where it runs code; only Vega-Lite is drawn.`,
      zh: `“${key}”是Vega的内容，会执行代码；这里只画Vega-Lite。`
    },
    remedy: { en: 'Take it away; charts stand still.', zh: '请去掉；图表是静止的。' }
  };
}

/** A column of the table behind the chart that no row has would be empty. */
function unknownColumns(object: unknown, fields: Set<string>): SpecFinding[] {
  return itemsOf(get(object, 'table')).flatMap((column): SpecFinding[] => {
    const field = get(column, 'field');
    if (typeof field !== 'string' || fields.has(field)) return [];
    return [
      {
        code: 'chart-column-unknown',
        at: ['data', 'values'],
        message: {
          en: `The table shows “${field}”, which no row of the data has.`,
          zh: `表格要列“${field}”，数据里却没有。`
        },
        remedy: { en: `Use one of ${[...fields].join(', ')}.`, zh: `请用${[...fields].join('、')}之一。` }
      }
    ];
  });
}
