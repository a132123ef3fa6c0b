import { describe, expect, it } from 'vitest';
import { readExhibit, visibleTexts } from '../../support/exhibit-files';

/** What is particular to this exhibit; what all of them keep is in `dossier.test.ts` and `house-texts.test.ts`. */
const exhibit = readExhibit('northern-port');
const objects = Object.entries(exhibit.objects);

describe('the exhibit northern-port', () => {
  it('walks from the ford to the harbour', () => {
    expect(exhibit.sections.map(({ id, seal }) => `${id} ${seal}`)).toEqual([
      'ford 渡',
      'opening 埠',
      'machines 机',
      'river 河',
      'ledger 账',
      'harbour 港'
    ]);
    expect(exhibit.eras.map(({ id, date }) => `${id} ${date}`)).toEqual([
      'ford 1404/1857',
      'opening 1858/1865',
      'machines 1866/1896',
      'river 1897/1918',
      'ledger 1919/1936',
      'harbour 1937/1952'
    ]);
    expect(exhibit.events).toHaveLength(59);
    expect(exhibit.lanes).toHaveLength(5);
  });

  it('sets only the words that were seen, and no more of the treaty than two fragments', () => {
    const transcripts = objects.flatMap(([id, { transcript }]) => (transcript ? [[id, transcript['zh-Hans']]] : []));
    expect(Object.fromEntries(transcripts)).toEqual({
      'wei-gazetteer':
        '天津为卫，去神京二百余里，当南北往来之冲，京师岁食东南数百万之漕悉道经于此，舟楫之所式临，商贾之所萃集，五方之民之所杂处。',
      'treaty-words': '天津郡城海口作为通商之埠\n……\n至此居住贸易',
      'three-ports-decree': '著作为办理三口通商大臣，驻扎天津',
      'steamer-verse': '报单新到火轮船，昼夜能行路几千；\n多少官商来往便，快鸟如飞过云天。',
      'first-telegram': '行辕正午一刻',
      rescript: '该衙门知道'
    });
    expect(visibleTexts(exhibit, 'zh-Hans').join('\n')).not.toMatch(/画押之日|画一无别|英民人等/);
  });

  it('shows never two works of one width in succession', () => {
    for (const section of exhibit.sections) {
      const sizes = (section.blocks ?? []).flatMap((block) =>
        'object' in block ? [block.size] : 'group' in block ? ['group'] : []
      );
      sizes.forEach((size, index) => expect(size, `${section.id}, work ${index + 1}`).not.toBe(sizes[index - 1]));
    }
  });

  it('hangs works of varied width', () => {
    const widths = objects.map(([, object]) => object.hangWidthCm ?? 0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(50);
    expect(exhibit.objects['international-bridge']?.hangWidthCm).toBe(180);
    expect(new Set(widths).size).toBeGreaterThan(12);
  });

  it('gives no cost of the bridge and no count of the dead', () => {
    const all = [...visibleTexts(exhibit, 'zh-Hans'), ...visibleTexts(exhibit, 'en')].join('\n');
    expect(all).not.toMatch(/造价|万两(?!海关)|九里十三步|\bcost of the bridge\b/);
    expect(all).not.toMatch(/(?:死亡|死者|遇难)\d|\d+\s?(?:people )?(?:died|dead|killed)/);
  });
});
