/** Words of the tasks in the story. */
export const activity = {
  'zh-Hans': {
    kicker: '想一想',
    one: '选一项',
    several: '可选几项',
    handIn: '交答案',
    again: '再答一次',
    right: '答对了。',
    wrong: '不是这一项。',
    wrongSeveral: '还不全对。',
    choose: '请先选一项。',
    answerIs: '答案：{{answer}}',
    seeAnswer: '看答案'
  },
  en: {
    kicker: 'A question',
    one: 'Choose one',
    several: 'Choose one or more',
    handIn: 'Hand in',
    again: 'Try again',
    right: 'That is right.',
    wrong: 'Not this one.',
    wrongSeveral: 'Not quite.',
    choose: 'Choose an answer first.',
    answerIs: 'Answer: {{answer}}',
    seeAnswer: 'See the answer'
  }
};
