/**
 * CX-22: two meetings as two folded cards on a table, each with a picture cut out of its front (C-037, C-040). Specimens
 * without emblem; only dates and places are written.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, paper, r, river, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');
const next = dice(927);
const p = (d, weight = 2, fill = white) => `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

const [cw, ch] = [430, 600];

/** A card standing open: the front leaf in the plane of the page, the other behind it, opening to the right. */
function card(x, y, cut, words) {
  return (
    `<g transform="translate(${x} ${y})">` +
    `<path d="M0 ${ch}L54 ${ch + 34}H${cw + 96}L${cw + 84} ${ch - 74}Z" fill="url(#level)"/>` +
    p(`M0 0L${cw + 84} -70V${ch - 74}L0 ${ch}Z`, 2.4) +
    `<path d="M0 0L${cw + 84} -70V${ch - 74}L0 ${ch}Z" fill="url(#shade)"/>` +
    p(`M0 0H${cw}V${ch}H0Z`, 2.6) +
    p(`M14 14H${cw - 14}V${ch - 14}H14Z`, 1, 'none') +
    `<clipPath id="window${x}"><path d="M34 34H${cw - 34}V364H34Z"/></clipPath><path d="M34 34H${cw - 34}V364H34Z" fill="${paper}"/>` +
    `<g clip-path="url(#window${x})">${cut}</g>` +
    p(`M34 34H${cw - 34}V364H34Z`, 2.2, 'none') +
    `<path d="M34 34H${cw - 34}V42H42V364H34Z" fill="url(#dense)"/>` +
    words +
    `<path d="M${cw - 78} 0V${ch}M${cw - 70} 0V${ch}" stroke="${cinnabar}" stroke-width="2.6"/><path d="M${cw - 74} ${ch - 92}q-34 -30 -40 -8q2 18 40 8q34 -30 40 -8q-2 18 -40 8M${cw - 74} ${ch - 92}q-16 22 -26 50M${cw - 74} ${ch - 92}q12 20 18 56" fill="none" stroke="${cinnabar}" stroke-width="3.400" stroke-linecap="round"/>` +
    '</g>'
  );
}

/** A hall by the shore: a long roof on slender posts, the sea before it. */
const shoreHall = (() => {
  const posts = Array.from({ length: 15 }, (_, i) => `M${58 + i * 23} 258V${r(190 - 26 * Math.sin((i / 14) * Math.PI))}`).join('');
  const ribs = Array.from({ length: 24 }, (_, i) => {
    const x = 40 + i * 15.2;
    const y = 186 - 44 * Math.sin(((x - 40) / 350) * Math.PI);
    return `M${r(x)} ${r(y)}l8 ${r(15 + 4 * Math.sin(i))}`;
  }).join('');
  const waves = Array.from({ length: 54 }, () => {
    const y = 276 + next() * 84;
    const x = 30 + next() * 340;
    const q = 6 + ((y - 276) / 84) * 12;
    return `M${r(x)} ${r(y)}q${r(q / 2)} -4 ${r(q)} 0t${r(q)} 0`;
  }).join('');
  const people = Array.from({ length: 17 }, (_, i) => {
    const x = 66 + i * 19 + next() * 8;
    return `<path d="M${r(x)} 258v-13a4 4 0 0 1 8 0v13Z" fill="${ink}"/><circle cx="${r(x + 4)}" cy="237" r="3.600" fill="${ink}"/>`;
  }).join('');
  const birds = [
    [96, 96],
    [132, 82],
    [300, 104]
  ].map(([x, y]) => p(`M${x - 14} ${y}q8 -8 14 2q6 -10 14 -2`, 1.8, 'none')).join('');
  return (
    `<path d="M30 60h370v210H30Z" fill="${warm}" fill-opacity="0.1"/><circle cx="330" cy="112" r="34" fill="${white}" stroke="${ink}" stroke-width="1.8"/><circle cx="330" cy="112" r="34" fill="url(#level)"/>` +
    birds +
    p(`M44 258V196H386V258Z`, 1.6, 'url(#pale)') +
    `<path d="${posts}" stroke="${ink}" stroke-width="3.4"/><path d="${posts}" stroke="${white}" stroke-width="1.2"/>` +
    p('M26 196Q215 96 404 196Q400 208 392 206Q215 124 38 206Q30 208 26 196Z', 2.2) +
    `<path d="${ribs}" stroke="${ink}" stroke-width="1.2"/>` +
    people +
    p('M24 258H410V272H24Z', 1.8) +
    `<path d="M24 272H410V380H24Z" fill="${river}" fill-opacity="0.2"/><path d="${waves}" fill="none" stroke="${river}" stroke-width="1.600" stroke-linecap="round"/>`
  );
})();

/** A tree whose twigs run like the lines of a circuit, ending in small rings. */
const circuitTree = (() => {
  let lines = '';
  let rings = '';
  const grow = (x, y, dx, dy, length, depth) => {
    const [ex, ey] = [x + dx * length, y + dy * length];
    lines += `<path d="M${r(x)} ${r(y)}L${r(ex)} ${r(ey)}" stroke="${ink}" stroke-width="${r(1.5 + depth * 1.15)}" stroke-linecap="round"/>`;
    if (depth === 0 || ex < 52 || ex > 378 || ey < 54) {
      rings += `<circle cx="${r(ex)}" cy="${r(ey)}" r="5" fill="${next() > 0.72 ? ink : white}" stroke="${ink}" stroke-width="1.800"/>`;
      return;
    }
    const q = Math.SQRT1_2;
    const turns = dx === 0 ? [[-q, -q], [q, -q], [0, -1]] : Math.abs(dx) > 0.9 ? [[dx, 0], [dx * q, -q]] : [[0, -1], [Math.sign(dx), 0], [dx, dy]];
    for (const [tx, ty] of turns) if (next() > 0.2 || depth > 3) grow(ex, ey, tx, ty, length * (0.62 + next() * 0.22), depth - 1);
  };
  grow(215, 322, 0, -1, 86, 5);
  const roots = [-1, 1].map((s) => `M215 322l${s * 34} 26h${s * 60}M215 322l${s * 16} 34v14`).join('');
  const ground = Array.from({ length: 40 }, () => `M${r(40 + next() * 340)} ${r(338 + next() * 24)}h${r(8 + next() * 22)}`).join('');
  return `<path d="M30 30h370v340H30Z" fill="${river}" fill-opacity="0.09"/><path d="${ground}" stroke="${ink}" stroke-width="0.900"/><path d="${roots}" fill="none" stroke="${ink}" stroke-width="4" stroke-linejoin="round"/>${lines}${rings}`;
})();

const told = (date, day, english, name, nameEn, at, atEn) =>
  zh(40, 412, name, { size: 29, weight: 700 }) +
  en(40, 440, nameEn, { size: 19 }) +
  zh(40, 486, date, { size: 27, weight: 700 }) +
  zh(40, 518, day, { size: 23 }) +
  en(40, 546, english, { size: 18 }) +
  zh(40, 574, at, { size: 18 }) +
  en(40 + 18 * at.length + 14, 574, atEn, { size: 17 });

const grainOfTable = Array.from({ length: 70 }, () => {
  const y = 826 + next() * 130;
  return `M${r(next() * 1200)} ${r(y)}h${r(40 + next() * 160)}`;
}).join('');

save('two-meetings', {
  width: 1300,
  height: 1090,
  title: '桌上两张折卡，一张剪出海边的会馆，一张剪出电路般的树，各系一道朱线，写日期与地点',
  defs: hatch('shade', { gap: 6, weight: 1 }) + hatch('dense', { gap: 4, weight: 1.4 }) + hatch('pale', { gap: 7, angle: 20, weight: 0.9 }) + hatch('level', { gap: 5, angle: 90, weight: 0.9 }),
  body: [
    heading('两次会议', 'Two meetings, on specimen cards'),
    `<path d="M0 800H1300V980H0Z" fill="${warm}" fill-opacity="0.14"/><path d="M0 800H1300" stroke="${ink}" stroke-width="2"/><path d="${grainOfTable}" stroke="${ink}" stroke-width="0.800" stroke-opacity="0.6"/><path d="M0 980H1300" stroke="${ink}" stroke-width="2"/>`,
    card(100, 240, shoreHall, told('2008年9月', '27日至28日', '27–28 September 2008', '夏季达沃斯', 'Summer Davos', '滨海国际会展中心', 'Binhai')),
    card(690, 270, circuitTree, told('2017年6月', '29日至30日', '29–30 June 2017', '世界智能大会', 'World Intelligence Congress', '梅江会展中心', 'Meijiang')),
    foot(1028, '样例，不是当年的请柬；不画会徽，会馆与树为示意', 'Specimens, not the invitations of the day; no emblem is drawn, hall and tree are schematic.')
  ].join('\n')
});
