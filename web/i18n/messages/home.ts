export const home = {
  'zh-Hans': {
    counts: '{{sections}}章　{{objects}}件展品　{{events}}个事件',
    enter: '进入展览',
    walk: '走进展厅',
    otherExhibits: '其他展览',
    sourceOf: '出处',
    empty: '这里将有展览，现在还没有。',
    readAbout: '先看看这是什么地方'
  },
  en: {
    counts: '{{sections}} sections · {{objects}} works · {{events}} events',
    enter: 'Enter the exhibit',
    walk: 'Walk the gallery',
    otherExhibits: 'Other exhibits',
    sourceOf: 'Source',
    empty: 'There will be exhibits here; there are none yet.',
    readAbout: 'Read what this place is'
  }
};
