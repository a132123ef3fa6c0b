import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapTable } from '../../../../server/media/map-table';

const coast = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/kinds/kinds/media/coast.geojson'), 'utf8')
) as { features: { properties: Record<string, unknown> }[] };

describe('a map as a table', () => {
  it('has a row for everything named, with its name today and how far it may be out', () => {
    const table = mapTable(coast);
    expect(table?.columns.map(({ field }) => field)).toEqual(['name.zh-Hans', 'name.en', 'modernName', 'errorM']);
    expect(table?.rows.slice(0, 3)).toEqual([
      ['旧名甲', 'Old name A', '新名甲 · New name A', 3000],
      ['旧名乙', 'Old name B', '新名乙 · New name B', 1500],
      ['测试河', 'Test River', null, null]
    ]);
  });

  it('has no column in which nothing would stand, and is none where nothing is named', () => {
    const river = { ...coast, features: coast.features.slice(2, 3) };
    expect(mapTable(river)?.columns.map(({ field }) => field)).toEqual(['name.zh-Hans', 'name.en']);
    const nameless = coast.features.slice(2, 3).map((feature) => ({ ...feature, properties: { kind: 'river' } }));
    expect(mapTable({ ...coast, features: nameless })).toBeNull();
    expect(mapTable({ type: 'Nothing' })).toBeNull();
  });
});
