/** Words of the passport. */
export const passport = {
  'zh-Hans': {
    title: '参观护照',
    sections: '各章',
    got: '已盖',
    visitor: '参观者',
    day: '日期',
    how: '读过一章、走进它的展室，或看过其中一件展品，就盖上这一章的印；到过一站，就盖上这一站的。',
    none: '还没有印。先去读一章，或走一站导览。',
    some: '盖了{{number}}方印，共{{total}}方。',
    noScript: '没有脚本，印自己盖不上。可以打印出来，到一处，用笔涂一方。',
    print: '打印护照',
    forget: '清空重来',
    back: '回到展览',
    kept: '到过哪里，只记在这个标签页里，不发给任何人；关掉标签页就没有了。'
  },
  en: {
    title: 'Passport',
    sections: 'Sections',
    got: 'Stamped',
    visitor: 'Visitor',
    day: 'Date',
    how: 'Reading a section, walking into its room or looking at one of its works earns its seal; coming to a stop earns the stop’s.',
    none: 'No seal yet. Read a section first, or walk a stop of a tour.',
    some: 'Seals: {{number}} of {{total}}.',
    noScript: 'Without script no seal is stamped. Print the card and fill one in by hand wherever you have been.',
    print: 'Print the passport',
    forget: 'Clear it',
    back: 'Back to the exhibit',
    kept: 'Where you have been is kept in this tab alone and sent to nobody; it goes when the tab is closed.'
  }
};
