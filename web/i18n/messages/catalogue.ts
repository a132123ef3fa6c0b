export const catalogue = {
  'zh-Hans': {
    title: '目录',
    table: '目录表（CSV）',
    manifest: 'IIIF清单',
    intro: '本展全部{{number}}件展品，按章排列。',
    search: '检索题名、释文、地点、人物',
    kinds: '类别',
    all: '全部',
    clear: '清除检索',
    results_other: '“{{query}}”：{{number}}件',
    resultsKind_other: '{{kind}}：{{number}}件',
    nothing: '没有找到“{{query}}”',
    nothingKind: '这一类里没有展品',
    has_other: '有{{count}}件',
    section: '第{{number}}章',
    unplaced: '未入章的展品'
  },
  en: {
    title: 'Catalogue',
    table: 'Catalogue as a table (CSV)',
    manifest: 'IIIF manifest',
    intro: 'All {{number}} works of this exhibit, by section.',
    search: 'Title, text, place, person',
    kinds: 'Kinds',
    all: 'All',
    clear: 'Clear the search',
    results_one: '“{{query}}”: one work',
    results_other: '“{{query}}”: {{number}} works',
    resultsKind_one: '{{kind}}: one work',
    resultsKind_other: '{{kind}}: {{number}} works',
    nothing: 'Nothing found for “{{query}}”',
    nothingKind: 'No works of this kind',
    has_one: '{{count}} work',
    has_other: '{{count}} works',
    section: 'Section {{number}}',
    unplaced: 'Works in no section'
  }
};
