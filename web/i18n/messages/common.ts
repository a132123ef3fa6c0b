/** Words of the frame every page shares. Both languages change in the same commit; a test holds the keys equal. */
export const common = {
  'zh-Hans': {
    skipToText: '到正文',
    story: '展览',
    gallery: '展厅',
    timeline: '时间轴',
    catalogue: '目录'
  },
  en: {
    skipToText: 'To the text',
    story: 'Story',
    gallery: 'Gallery',
    timeline: 'Timeline',
    catalogue: 'Catalogue'
  }
};
