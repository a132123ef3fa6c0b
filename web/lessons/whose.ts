import type { Role } from '../../server/contract/lesson/views';
import { type Answered, isWorthAnotherTry, openingCalls, type Refusal } from './calls';
import type { Surroundings } from './surroundings';

export interface WhoseOptions extends Surroundings {
  lesson: string;
  /** What the address asks for with `?as=`. */
  as: Role | null;
  /** The key the address had; it is exchanged for a cookie. */
  key: string | null;
  /** Called before each wait for the line. */
  onWait(): void;
}

const EVERY_MS = 2_000;

/** As what this browser is in the lesson, once the server could be asked. `wrong-key` or `not-in-lesson`: it is not. */
export async function whoseLesson(options: WhoseOptions): Promise<{ ok: true; role: Role } | Refusal> {
  for (;;) {
    const asked = await ask(options);
    if (asked.ok) return { ok: true, role: asked.value };
    if (!isWorthAnotherTry(asked)) return asked;
    options.onWait();
    await new Promise<void>((done) => options.setTimeout(done, EVERY_MS + options.random() * 500));
  }
}

async function ask({ lesson, as, key, fetch }: WhoseOptions): Promise<Answered<Role>> {
  const { enter, whose } = openingCalls(fetch);
  if (key !== null) {
    const entered = await enter(lesson, key);
    // A teacher's key opens the projector too.
    return entered.ok ? { ok: true, value: as === 'projector' ? as : entered.value.role } : entered;
  }
  if (as !== null) return { ok: true, value: as };
  const seen = await whose(lesson);
  return seen.ok ? { ok: true, value: seen.value.view.role } : seen;
}
