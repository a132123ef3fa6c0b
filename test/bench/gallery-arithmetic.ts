import { planGallery } from '../../exhibits/plan/plan-gallery';
import { makeDetail } from '../../web/gallery/detail';
import { cloudTones } from '../../web/gallery/light/clouds';
import { litRoom } from '../../web/gallery/light/lit-room';
import { bakeRoom } from '../../web/gallery/light/lumels';
import { THEMES } from '../../web/gallery/themes';
import { exhibitOf } from '../unit/exhibits/plan/sample';
import type { Figure } from './figure';

/** Plan and light of 1,000 works in 40 rooms, as the light worker does them: from cold, in order (`gallery.md` §4, 12). */
export function benchArithmetic(): Figure[] {
  const thousand = exhibitOf(Array.from({ length: 40 }, () => 25));
  const [plan, planMs] = timed(() => planGallery(thousand));
  const [tones, tonesMs] = timed(cloudTones);
  const bakeMs = plan.rooms.map((room) => timed(() => bakeRoom(litRoom(room, THEMES.river), tones))[1]);
  const [, detailMs] = timed(() => makeDetail(THEMES.river));
  const lightMs = bakeMs.reduce((sum, ms) => sum + ms, tonesMs);
  const last = bakeMs.slice(-10).reduce((sum, ms) => sum + ms, 0) / 10;
  return [
    figure('plan and light of 1,000 works in 40 rooms', planMs + lightMs, '≤ 800, better 400'),
    figure('of these the plan', planMs, 'a share of the 800'),
    figure('light of the first room, from cold', tonesMs + (bakeMs[0] ?? 0), 'none set'),
    figure('light of a room once warm', last, 'none set'),
    figure('surface patterns of a theme', detailMs, 'after the first room')
  ];
}

function figure(name: string, value: number, goal: string): Figure {
  return { name: `gallery: ${name}`, value, unit: 'CPU-ms', goal };
}

/** What a task gives, and the CPU-ms of the whole process it took: the compiler's and collector's threads count. */
function timed<T>(task: () => T): [T, number] {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}
