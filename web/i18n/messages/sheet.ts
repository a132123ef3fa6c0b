/** Words of the sheet of tasks. */
export const sheet = {
  'zh-Hans': {
    title: '任务单',
    visitor: '姓名',
    class: '班级',
    day: '日期',
    print: '打印任务单',
    back: '回到展览',
    withKey: '末页带上答案',
    keyTitle: '答案与依据',
    how_choice: '选一项，在方框里打勾',
    how_order: '在方框里写上次序，1为{{first}}',
    how_find: '在图上圈出来',
    how_connect: '用线连起来',
    how_weigh: '看依据，选一项，写下理由',
    how_data: '看图和表，写下答案',
    because: '理由',
    answerJoin: '；'
  },
  en: {
    title: 'Task sheet',
    visitor: 'Name',
    class: 'Class',
    day: 'Date',
    print: 'Print the sheet',
    back: 'Back to the exhibit',
    withKey: 'With the key on the last page',
    keyTitle: 'Answers and grounds',
    how_choice: 'Tick one',
    how_order: 'Number the boxes; 1 is: {{first}}',
    how_find: 'Circle it in the picture',
    how_connect: 'Join them with lines',
    how_weigh: 'Read the grounds, tick one and say why',
    how_data: 'Read chart and table and write the answer',
    because: 'Because',
    answerJoin: '; '
  }
};
