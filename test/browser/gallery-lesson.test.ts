import type { FrameLocator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openClass } from '../support/class';
import { useSession } from './support/session';

const frameOf = (page: Page) => page.frameLocator('iframe');
const canvasIn = (frame: FrameLocator) => frame.locator('canvas[data-stop]');
const standsAt = (page: Page, stop: string) =>
  expect.poll(() => canvasIn(frameOf(page)).getAttribute('data-stop'), { timeout: 60_000 }).toBe(stop);
/** Where the mark of the plan stands and looks: `translate(x, z) rotate(degrees)`. */
const markOf = async (page: Page) => {
  const transform = await frameOf(page).locator('.corner [data-plan-eye]').getAttribute('transform');
  return (transform?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
};

const session = useSession({ hasRooms: true });

it('a class goes to the gallery with its teacher, to the same stop, and walks where the teacher walks', async () => {
  const { lesson, code, teacherKey } = await openClass(session.server.url, {
    exhibit: 'northern-port',
    plan: 'words-before-machines'
  });
  const teacher = await session.open(`/lessons/${lesson}?as=teacher#key=${teacherKey}`);
  const pupil = await session.open(`/lessons/${code}`, { viewport: { width: 900, height: 700 } });
  await pupil.getByRole('button', { name: '进班' }).click();
  await pupil.getByText('等老师开始').waitFor();
  await teacher.getByRole('button', { name: '开始上课' }).click();
  await teacher.getByText('展览页', { exact: true }).click();
  await teacher.getByRole('button', { name: '展厅', exact: true }).click();
  for (const page of [teacher, pupil])
    await frameOf(page).locator('[data-gallery="open"]').waitFor({ timeout: 90_000 });
  await frameOf(teacher).locator('.stops [data-next]').click();
  await expect
    .poll(() => canvasIn(frameOf(teacher)).getAttribute('data-stop'), { timeout: 60_000 })
    .toMatch(/^object:/);
  await standsAt(pupil, (await canvasIn(frameOf(teacher)).getAttribute('data-stop')) ?? '');

  // Led no further, the teacher walks on alone: the class is not left behind, and looks the same way.
  const before = await markOf(pupil);
  await canvasIn(frameOf(teacher)).focus();
  await frameOf(teacher).locator('body').press('ArrowLeft', { delay: 1_200 });
  const near = async () => {
    const [there, here] = [await markOf(teacher), await markOf(pupil)];
    expect(here).not.toEqual(before);
    expect(Math.hypot((there[0] ?? 0) - (here[0] ?? 9), (there[1] ?? 0) - (here[1] ?? 9))).toBeLessThan(1);
    expect(Math.abs((there[2] ?? 0) - (here[2] ?? 999)) % 360).toBeLessThan(8);
  };
  await expect.poll(() => near().then(() => true, String), { timeout: 40_000 }).toBe(true);
  await teacher.context().close();
  await pupil.context().close();
}, 240_000);
