import { describe, expect, it } from 'vitest';
import { Join } from '../../../../../web/components/lesson/join.svelte';
import { type Asked, json, refused, settled, surroundings } from '../../lessons/trial';

const BEHIND = {
  lesson: 'abcdefghij012345',
  exhibit: 'port',
  title: { en: 'The stamps' },
  seats: 45,
  isDoorOpen: true,
  isSecondCode: false
};
const JOINED = { lesson: BEHIND.lesson, hello: {}, memberKey: 'the-key' };

function trial(code: string, answer: (asked: Asked) => Response) {
  const went: string[] = [];
  const around = surroundings(answer);
  const join = new Join(code, around, (lesson) => went.push(lesson));
  const joins = () => around.asked.filter(({ path }) => path.endsWith('/join')).map(({ body }) => body);
  return { ...around, join, went, joins };
}
const isCode = ({ path }: Asked) => path.includes('/codes/');

describe('coming in', () => {
  it('needs the code alone, and keeps the key for the tab', async () => {
    const { join, went, joins, shelf } = trial('307152', (asked) => json(isCode(asked) ? BEHIND : JOINED));
    await settled();
    await join.join();
    expect(joins()).toEqual([{ id: expect.any(String), code: '307152' }]);
    expect(went).toEqual([BEHIND.lesson]);
    expect(shelf.kept.get(`lantai-lesson-key:${BEHIND.lesson}`)).toBe('the-key');
  });

  it('says that there is no such code, without asking where it is none', async () => {
    const { join, asked } = trial('3071', () => json({}));
    await settled();
    expect(join.problem).toBe('noSuchCode');
    expect(asked).toEqual([]);
    join.code = '307 152';
    const other = trial('307152', () => refused('wrong-code', 404));
    await settled();
    expect(other.join.problem).toBe('noSuchCode');
  });

  it('asks for the two digits of the big screen where they are wanted', async () => {
    const { join, joins } = trial('307152', (asked) =>
      json(isCode(asked) ? { ...BEHIND, isSecondCode: true } : JOINED)
    );
    await settled();
    await join.join();
    expect(join.problem).toBe('wrongSecond');
    join.secondCode = '83';
    await join.join();
    expect(joins()).toEqual([{ id: expect.any(String), code: '307152', secondCode: '83' }]);
  });

  it('offers a seat that is taken, then asks for its digits where it is in use', async () => {
    const { join, joins, went } = trial('307152', (asked) => {
      if (isCode(asked)) return json(BEHIND);
      return (asked.body as { seatCode?: string }).seatCode === '1041' ? json(JOINED) : refused('seat-taken', 409);
    });
    await settled();
    join.seat = '17';
    await join.join();
    expect(join.problem).toBe('seatTaken');
    await join.join(true);
    expect(join.problem).toBe('seatInUse');
    join.seatCode = '1041';
    await join.join(true);
    expect(joins().at(-1)).toMatchObject({ seat: 17, seatCode: '1041', isTakingUp: true });
    expect(went).toHaveLength(1);
  });

  it('knows seats that are not there, and a door that is closed', async () => {
    const { join, joins } = trial('307152', (asked) => (isCode(asked) ? json(BEHIND) : refused('door-closed', 403)));
    await settled();
    join.seat = '46';
    await join.join();
    expect(join.problem).toBe('noSuchSeat');
    expect(joins()).toEqual([]);
    join.leaveSeat();
    await join.join();
    expect(join.problem).toBe('doorClosed');
  });

  it('asks under the same id again where nothing came back, so that no second seat is taken', async () => {
    let isCut = true;
    const { join, joins } = trial('307152', (asked) => {
      if (isCode(asked)) return json(BEHIND);
      if (isCut) throw new TypeError('network error');
      return json(JOINED);
    });
    await settled();
    await join.join();
    expect(join.problem).toBe('noLine');
    isCut = false;
    await join.join();
    const [first, second] = joins() as { id: string }[];
    expect(second?.id).toBe(first?.id);
  });
});
