import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { ErrorCode } from '../../server/contract/error';
import type { LessonReport } from '../../server/contract/lesson/report';
import type { PupilPlan, Role, TeacherPlan } from '../../server/contract/lesson/views';
import type {
  CommandReply,
  CommandSent,
  Entered,
  Hello,
  JoinLesson,
  Joined,
  Lead,
  LessonBehindCode,
  Looked,
  NewKey,
  OpenLesson,
  OpenedLesson
} from '../../server/contract/lesson/wire';

/** What did not work. `offline`: nothing came back, so it may be sent again; the other codes are the server’s. */
export interface Refusal {
  ok: false;
  code: ErrorCode | 'offline';
  message: string;
  /** Seconds to wait before it is worth another try; null where it is not said. */
  retryAfterS: number | null;
}
export type Answered<Value> = { ok: true; value: Value } | Refusal;

/** Requests of everybody, before anybody is in a lesson. */
export function openingCalls(fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)) {
  const call = caller(fetch);
  return {
    open: (asked: OpenLesson) => call<OpenedLesson>('POST', '/api/lessons', asked),
    behind: (code: string) => call<LessonBehindCode>('GET', `/api/lessons/codes/${encodeURIComponent(code)}`),
    join: (lesson: string, asked: JoinLesson) => call<Joined>('POST', `/api/lessons/${lesson}/join`, asked),
    /** As the most that there is a cookie for. */
    whose: (lesson: string) => call<Hello>('GET', `/api/lessons/${lesson}/view`),
    enter: (lesson: string, key: string) => call<Entered>('POST', `/api/lessons/${lesson}/enter`, { key })
  };
}

/** Requests of somebody in a lesson, shown it as `as`. */
export function lessonCalls(lesson: string, as: Role, fetch: typeof globalThis.fetch) {
  const call = caller(fetch);
  const at = (path: string) => `/api/lessons/${lesson}/${path}${path.includes('?') ? '&' : '?'}as=${as}`;
  return {
    view: () => call<Hello>('GET', at('view')),
    plan: () => call<PupilPlan | TeacherPlan>('GET', at('plan')),
    exhibit: (locale: string) => call<CompiledExhibit>('GET', at(`exhibit?locale=${locale}`)),
    command: (sent: CommandSent) => call<CommandReply>('POST', at('commands'), sent),
    lead: (lead: Lead) => call<null>('POST', at('lead'), lead),
    looked: (looked: Looked) => call<null>('POST', at('looked'), looked),
    newKey: (role: NewKey['role']) => call<NewKey>('POST', at('keys'), { role }),
    report: () => call<LessonReport>('GET', at('report')),
    /** As it was after so many minutes: a teacher’s view. */
    replay: (minute: number) => call<Hello>('GET', at(`replay?minute=${minute}`)),
    /** Deletes everything of the lesson. */
    purge: () => call<null>('DELETE', `/api/lessons/${lesson}?as=${as}`)
  };
}
export type LessonCalls = ReturnType<typeof lessonCalls>;

function caller(fetch: typeof globalThis.fetch) {
  return async <Value>(method: string, path: string, body?: unknown): Promise<Answered<Value>> => {
    let response: Response;
    let value: unknown;
    try {
      response = await fetch(path, {
        method,
        cache: 'no-store',
        ...(body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), keepalive: true })
      });
      value = response.status === 204 ? null : await response.json().catch(() => undefined);
    } catch {
      return { ok: false, code: 'offline', message: 'Nothing came back.', retryAfterS: null };
    }
    if (response.ok && value !== undefined) return { ok: true, value: value as Value };
    const error = (value as { error?: { code?: ErrorCode; message?: string } } | null | undefined)?.error;
    const after = Number(response.headers.get('Retry-After') ?? NaN);
    // An answer that is not ours is a proxy’s: the server was not reached.
    return {
      ok: false,
      code: error?.code ?? 'offline',
      message: error?.message ?? `The answer was ${response.status}.`,
      retryAfterS: Number.isFinite(after) ? after : null
    };
  };
}

/** Whether the same request may go through later; everything else is the server’s last word. */
export function isWorthAnotherTry({ code }: Refusal): boolean {
  return ['offline', 'unavailable', 'internal', 'too-many-requests'].includes(code);
}
