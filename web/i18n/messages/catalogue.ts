export const catalogue = {
  'zh-Hans': {
    title: '目录',
    intro: '本展全部{{number}}件展品，按章排列。',
    search: '检索题名、释文、地点、人物',
    find: '检索',
    kinds: '类别',
    all: '全部',
    clear: '清除检索',
    results: '“{{query}}”：{{number}}件',
    resultsKind: '{{kind}}：{{number}}件',
    nothing: '没有找到“{{query}}”',
    nothingKind: '这一类里没有展品',
    fewer: '试试少几个字。',
    fewerWith: '试试少几个字：',
    has: '有{{number}}件',
    section: '第{{number}}章',
    unplaced: '未入章的展品'
  },
  en: {
    title: 'Catalogue',
    intro: 'All {{number}} works of this exhibit, by section.',
    search: 'Title, transcript, place, person',
    find: 'Search',
    kinds: 'Kinds',
    all: 'All',
    clear: 'Clear the search',
    results: '“{{query}}”: {{number}} works',
    resultsKind: '{{kind}}: {{number}} works',
    nothing: 'Nothing found for “{{query}}”',
    nothingKind: 'No works of this kind',
    fewer: 'Try fewer words.',
    fewerWith: 'Try fewer words:',
    has: '{{number}} works',
    section: 'Section {{number}}',
    unplaced: 'Works in no section'
  }
};
