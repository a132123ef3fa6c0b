import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { FigureTable } from '../../server/contract/dashboard';
import type { LessonReport } from '../../server/contract/lesson/report';
import type { TeacherPlan } from '../../server/contract/lesson/views';
import type { PageLocale } from '../../server/contract/pages';
import { namesIn } from '../components/dashboard/names';
import { share } from '../components/dashboard/tables';
import { oneLine } from '../i18n/numbers';
import type { Translator } from '../i18n/translator';
import { inLocale } from '../pages/context';
import { givenInFull } from './given-words';
import { questionOf } from '../components/activity/question-words';

export interface ReportAsked {
  report: LessonReport;
  plan: TeacherPlan;
  /** In the characters of the language. */
  exhibit: CompiledExhibit;
  locale: PageLocale;
  /** Of the house, such as `Asia/Shanghai`. */
  timeZone: string;
}

/** A lesson's report as tables, in the order in which a teacher reads them. */
export function lessonTables(asked: ReportAsked, t: Translator): FigureTable[] {
  return [
    lessonTable(asked, t),
    seatsTable(asked, t),
    tasksTable(asked, t),
    givenTable(asked, t),
    answersTable(asked, t),
    stepsTable(asked, t),
    ...heatTables(asked, t)
  ];
}

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 100) / 10);
const minutes = (ms: number) => Math.round(ms / 6_000) / 10;
const textIn = (text: Record<string, string> | undefined, locale: PageLocale) =>
  oneLine(inLocale(text, locale).text, locale);

/** `2026-10-05 14:03` by the clock of the house: sorted as text it is sorted by time. */
function momentOf(ms: number | null, timeZone: string): string | null {
  if (ms === null) return null;
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(ms);
}

function questionIn({ plan, locale }: ReportAsked, task: string): string {
  const found = plan.tasks[task];
  return found ? questionOf(found.asked, locale) : task;
}

const judgement = (isRight: boolean | null, t: Translator) =>
  isRight === null ? t('outcome:open') : isRight ? t('outcome:right') : t('outcome:wrong');

function lessonTable({ report, locale, timeZone }: ReportAsked, t: Translator): FigureTable {
  return {
    id: 'lesson',
    title: t('outcome:lessonTitle'),
    definition: t('outcome:lessonDefinition'),
    header: [t('outcome:colWhat'), t('outcome:colValue')],
    rows: [
      [t('outcome:rowLesson'), textIn(report.title, locale)],
      [t('outcome:rowOpened'), momentOf(report.openedAt, timeZone)],
      [t('outcome:rowStarted'), momentOf(report.startedAt, timeZone)],
      [t('outcome:rowEnded'), momentOf(report.endedAt, timeZone)],
      [t('outcome:rowDeleted'), momentOf(report.purgeAt, timeZone)],
      [t('outcome:rowSeats'), report.seats.length],
      [t('outcome:rowMinutes'), report.minutes]
    ]
  };
}

function seatsTable(asked: ReportAsked, t: Translator): FigureTable {
  const { report, plan, locale } = asked;
  const said = (seat: LessonReport['seats'][number], task: string) => {
    const hunt = plan.tasks[task]?.asked;
    if (hunt?.kind === 'hunt') return t('outcome:found', { count: seat.found[task] ?? 0, total: hunt.things.length });
    const own = seat.answers[task];
    if (!own) return t('outcome:nothing');
    return own.isLate ? t('outcome:late') : judgement(own.isRight, t);
  };
  return {
    id: 'seats',
    title: t('outcome:seatsTitle'),
    definition: t('outcome:seatsDefinition'),
    header: [
      t('outcome:colSeat'),
      t('outcome:colAlias'),
      t('outcome:colAnswered'),
      t('outcome:colRight'),
      t('outcome:colHelps'),
      ...report.tasks.map(({ task }) => questionIn(asked, task))
    ],
    rows: report.seats.map((seat) => [
      seat.seat,
      textIn(seat.alias, locale),
      seat.answered,
      seat.right,
      seat.helps,
      ...report.tasks.map(({ task }) => said(seat, task))
    ])
  };
}

function tasksTable(asked: ReportAsked, t: Translator): FigureTable {
  return {
    id: 'tasks',
    title: t('outcome:tasksTitle'),
    definition: t('outcome:tasksDefinition'),
    header: [
      t('outcome:colQuestion'),
      t('outcome:colAnswered'),
      t('outcome:colRight'),
      t('outcome:colShare'),
      t('outcome:colLate'),
      t('outcome:colMedian'),
      t('outcome:colPublished')
    ],
    rows: asked.report.tasks.map(({ task, tally, isRevealed, medianMs }) => [
      questionIn(asked, task),
      tally.answered,
      tally.right,
      tally.right === null ? null : share(tally.right, tally.answered),
      tally.late,
      seconds(medianMs),
      isRevealed ? t('outcome:published') : t('outcome:unpublished')
    ])
  };
}

function givenTable(asked: ReportAsked, t: Translator): FigureTable {
  const { report, plan, exhibit, locale } = asked;
  return {
    id: 'given',
    title: t('outcome:givenTitle'),
    definition: t('outcome:givenDefinition'),
    header: [t('outcome:colQuestion'), t('outcome:colGiven'), t('outcome:colSeats')],
    rows: report.tasks.flatMap(({ task, tally }) => {
      const own = plan.tasks[task]?.asked;
      return Object.entries(tally.given).map(([given, count]) => [
        questionIn(asked, task),
        own ? givenInFull(own, given, { exhibit, locale, t }) : given,
        count
      ]);
    })
  };
}

function answersTable(asked: ReportAsked, t: Translator): FigureTable {
  const { report, plan, exhibit, locale, timeZone } = asked;
  return {
    id: 'answers',
    title: t('outcome:answersTitle'),
    definition: t('outcome:answersDefinition'),
    header: [
      t('outcome:colSeat'),
      t('outcome:colQuestion'),
      t('outcome:colGiven'),
      t('outcome:colIsRight'),
      t('outcome:colLate'),
      t('outcome:colAt'),
      t('outcome:colChanges')
    ],
    rows: report.seats.flatMap(({ seat, answers }) =>
      report.tasks.flatMap(({ task }) => {
        const own = answers[task];
        const known = plan.tasks[task]?.asked;
        if (!own) return [];
        return [
          [
            seat,
            questionIn(asked, task),
            known ? givenInFull(known, own.given, { exhibit, locale, t }) : own.given,
            judgement(own.isRight, t),
            own.isLate ? t('outcome:late') : null,
            momentOf(own.at, timeZone),
            own.changes
          ]
        ];
      })
    )
  };
}

function stepsTable({ report, plan, locale }: ReportAsked, t: Translator): FigureTable {
  const planned = new Map(plan.steps.map(({ id, minutes }) => [id, minutes]));
  return {
    id: 'steps',
    title: t('outcome:stepsTitle'),
    definition: t('outcome:stepsDefinition'),
    header: [t('outcome:colStep'), t('outcome:colPlanned'), t('outcome:colTaken'), t('outcome:colAnswered')],
    rows: report.steps.map(({ step, title, ms, answered }) => [
      textIn(title, locale),
      planned.get(step) ?? null,
      minutes(ms),
      answered
    ])
  };
}

function heatTables({ report, exhibit, locale }: ReportAsked, t: Translator): FigureTable[] {
  const names = namesIn(exhibit, locale, t);
  return [
    {
      id: 'looked',
      title: t('outcome:lookedTitle'),
      definition: t('outcome:lookedDefinition'),
      header: [t('outcome:colName'), t('outcome:colSeconds')],
      rows: report.heat.targets.map(({ at, ms }) => [names.of(at), seconds(ms)])
    },
    {
      id: 'heat',
      title: t('outcome:heatTitle'),
      definition: t('outcome:heatDefinition'),
      header: [t('outcome:colRoom'), t('outcome:colX'), t('outcome:colZ'), t('outcome:colSeconds')],
      rows: report.heat.cells.map(({ room, x, z, ms }) => [names.of(`room:${room}`), x, z, seconds(ms)])
    }
  ];
}
